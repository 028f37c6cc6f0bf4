package lockstep.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about comparing says is what is written. */
class ComparingPageTest {
  private static final Path GOLDEN = Path.of("src/test/resources/compared/paired");

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/comparing.md"));
  }

  @Test
  void itsExampleIsOneThatWasWritten() throws IOException {
    List<String> examples =
        page().lines().filter(line -> line.startsWith("    **")).map(String::strip).toList();

    assertThat(examples).hasSize(1);
    assertThat(Files.readString(GOLDEN.resolve("compare.md"))).contains(examples.get(0));
  }

  @Test
  void itExplainsEveryColumnOfTheComparisons() throws IOException {
    String header = Files.readString(GOLDEN.resolve("compare.csv")).lines().toList().get(0);

    assertThat(page())
        .contains(Stream.of(header.split(",")).map(column -> "`" + column + "`").toList());
  }

  @Test
  void itNamesEveryFinding() throws IOException {
    for (Finding finding : Finding.values()) {
      assertThat(page()).contains("`" + finding.name().toLowerCase(Locale.ROOT) + "`");
    }
  }
}
