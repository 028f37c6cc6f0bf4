package lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found to verify in a folder. */
class TargetsTest {
  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  @Test
  void experimentsAreTheYamlFilesOfAllFoldersThatAreNotHidden() throws IOException {
    Path deep = file("a/b/deep.yml");
    Path top = file("top.yaml");
    file("notes.txt");
    file(".git/hidden.yaml");
    file("a/.lockstep/hidden.yaml");

    Targets targets = Targets.in(List.of(folder));

    assertThat(targets.experiments()).containsExactly(deep, top);
    assertThat(targets.hasResults()).isFalse();
    assertThat(targets.isEmpty()).isFalse();
  }

  @Test
  void aResultsFolderIsNoExperimentAndBelongsToTheOneOfItsName() throws IOException {
    file("results/circles/experiment.yaml");
    file("results/circles/manifest.json");
    Path circles = folder.resolve("results/circles");

    Targets targets = Targets.in(List.of(folder));

    assertThat(targets.experiments()).isEmpty();
    assertThat(targets.hasResults()).isTrue();
    assertThat(targets.isEmpty()).isFalse();
    assertThat(targets.resultsOf("circles")).containsExactly(circles);
    assertThat(targets.resultsOf("moons")).isEmpty();
    assertThat(targets.orphans(List.of("moons"))).containsExactly(circles);
    assertThat(targets.orphans(List.of("moons", "circles"))).isEmpty();
  }

  @Test
  void aFolderWithNothingOfLockstepsIsEmpty() throws IOException {
    file("notes.txt");

    Targets targets = Targets.in(List.of(folder));

    assertThat(targets.isEmpty()).isTrue();
    assertThat(targets.hasResults()).isFalse();
  }

  @Test
  void aFileThatIsNamedIsAnExperimentWhateverItsName() throws IOException {
    Path file = file("experiment.txt");

    assertThat(Targets.in(List.of(file)).experiments()).containsExactly(file);
  }
}
