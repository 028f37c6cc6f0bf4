package lockstep.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  @TempDir private Path root;
  private Path own;
  private Path other;

  @BeforeEach
  void makeFolders() throws IOException {
    own = Files.createDirectories(root.resolve("own/deep")).getParent();
    other = Files.createDirectory(root.resolve("other"));
    for (Path folder : List.of(own, own.resolve("deep"), other, root)) {
      Files.writeString(folder.resolve("file"), "text");
    }
  }

  private boolean allows(String path, Path... allowed) {
    Reach reach = Reach.around(own.resolve("experiment.yaml"), List.of(allowed));
    return reach.refusal(reach.resolve(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "deep/file", "deep/../file", "nowhere", "./file", "a/b/nowhere"})
  void filesOfTheOwnFolderMayBeNamed(String path) {
    assertThat(allows(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../file", "../other/file", "..", "deep/../../file", "../nowhere", "/etc/passwd"})
  void filesElsewhereMayNot(String path) {
    assertThat(allows(path)).isFalse();
  }

  @Test
  void filesOfAllowedFoldersMayBeNamed() {
    assertThat(allows("../other/file", other)).isTrue();
    assertThat(allows("../other/nowhere", other)).isTrue();
    assertThat(allows("../file", other)).isFalse();
    assertThat(allows("../own-not/file", own)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkIsFollowedToWhereItLeads() throws IOException {
    Files.createSymbolicLink(own.resolve("link"), other.resolve("file"));
    Files.createSymbolicLink(own.resolve("folder"), other);

    assertThat(allows("link")).isFalse();
    assertThat(allows("folder/file")).isFalse();
    assertThat(allows("folder/nowhere")).isFalse();
    assertThat(allows("link", other)).isTrue();
  }

  @Test
  void whatTheUserTypesMayNameAnyFile() {
    Reach reach = Reach.everywhere();

    assertThat(reach.refusal(reach.resolve("/etc/passwd"))).isEmpty();
  }

  @Test
  void theRefusalNamesTheFileAndTheFolder() {
    Reach reach = Reach.around(Path.of("some/experiment.yaml"), List.of());

    assertThat(reach.refusal(reach.resolve("../secret"))).hasValue("secret is not below some");
  }
}
