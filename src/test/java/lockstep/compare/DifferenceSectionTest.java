package lockstep.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many configurations stand one below the other, with as many keys beside as there is room for. */
class DifferenceSectionTest {
  private static final String KEYS =
      """
      training.learning_rate: [1, 2, 3, 4, 5, 6]
          training.epochs: [11, 12, 13, 14, 15, 16]
          data.noise: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
          data.samples: [20, 21, 22, 23, 24, 25]
          training.explosion_factor: [31, 32, 33, 34, 35, 36]
      """;

  private static final String[] LOSSES = {"0.1", "0.2", "0.3", "0.4", "0.5", "0.6"};

  @TempDir private Path folder;

  private List<String> lines(String more) {
    String sweep = "sweep:\n  zip:\n    " + KEYS + more;
    Path made = new Folders(folder).sweep("made", 0, sweep, LOSSES);
    return DifferenceSection.of(Folders.compare(made)).lines().toList();
  }

  @Test
  void aRowForEachConfiguration() {
    List<String> lines = lines("");
    assertThat(lines.get(2)).startsWith("| configuration ").contains("`training.learning_rate`");
    assertThat(lines.subList(4, 10))
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
    assertThat(lines.get(4)).contains("11", "0.1", "20", "31").doesNotContain("12");
    assertThat(lines.get(9)).contains("16", "0.6", "25", "36");
    assertThat(lines).noneMatch(line -> line.startsWith("They differ too"));
  }

  @Test
  void keysWithoutRoomAreNamed() {
    List<String> lines = lines("    training.batch: [1, 2, 3, 4, 5, 6]\n");
    assertThat(lines.get(2).chars().filter(c -> c == '|').count()).isEqualTo(7);
    assertThat(lines).filteredOn(line -> line.startsWith("They differ too in `")).hasSize(1);
  }
}
