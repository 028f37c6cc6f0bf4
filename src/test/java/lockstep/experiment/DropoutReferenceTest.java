package lockstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Reading;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with dropout against {@code src/test/python/dropout_reference.py}. */
class DropoutReferenceTest {
  private static final Path FOLDER = Path.of("src/test/resources/dropout");
  private static final double PERCENT = 1e-12 * 100;

  @TempDir Path folder;

  private static ExperimentSpec spec(Path file, String... overrides) {
    Reading reading = ExperimentFile.read(file, List.of(overrides));
    assertThat(reading.problems()).isEmpty();
    return reading.spec().orElseThrow();
  }

  private static double[] losses(Path file, String... overrides) {
    return Trial.run(spec(file, overrides), TrainingObserver.NONE).history().series("loss");
  }

  @Test
  void orderAndMasksOfOneStreamGiveTheLossesOfNumpy() throws IOException {
    List<String> rows = Files.readAllLines(FOLDER.resolve("numpy.csv"));
    double[] losses = losses(FOLDER.resolve("numpy.yaml"));

    assertThat(losses).hasSize(rows.size() - 1);
    for (int epoch = 0; epoch < losses.length; epoch++) {
      double expected = Double.parseDouble(rows.get(epoch + 1).split(",")[1]);
      assertThat(losses[epoch]).isCloseTo(expected, withinPercentage(PERCENT));
    }
  }

  @Test
  void theRateZeroIsNoDropout() throws IOException {
    double[] without = losses(without());

    assertThat(losses(FOLDER.resolve("numpy.yaml"), "network.dropout=0")).isEqualTo(without);
    assertThat(losses(without(), "network.dropout={rate: [0, 0], seed: 5}")).isEqualTo(without);
    assertThat(losses(FOLDER.resolve("numpy.yaml"))).isNotEqualTo(without);
    assertThat(ExperimentFile.digest(spec(without(), "network.dropout=0")))
        .isEqualTo(ExperimentFile.digest(spec(without())));
  }

  @Test
  void masksComeFromAStreamOfTheirOwnAndNoLossButThoseOfUpdatedStatesChanges() throws IOException {
    double[] without = losses(without());
    double[] first = losses(without(), "network.dropout={rate: 0.5, seed: 1}");
    double[] second = losses(without(), "network.dropout={rate: 0.5, seed: 2}");

    assertThat(first[0]).isEqualTo(second[0]).isEqualTo(without[0]);
    assertThat(first[1]).isNotEqualTo(second[1]).isNotEqualTo(without[1]);
  }

  @Test
  void aBatchOfAllSamplesGivesWhatAFullOneGives() throws IOException {
    String dropout = "network.dropout={rate: 0.5, seed: 1}";
    double[] full = losses(without(), dropout, "training.batch=full");

    assertThat(losses(without(), dropout, "training.batch=7")).isEqualTo(full);
    assertThat(losses(without(), "training.batch=full")[1]).isNotEqualTo(full[1]);
  }

  private Path without() throws IOException {
    String text = Files.readString(FOLDER.resolve("numpy.yaml"));
    String cut = text.replaceFirst("  dropout: .*\n", "");
    assertThat(cut).isNotEqualTo(text);
    return Files.writeString(folder.resolve("without.yaml"), cut);
  }
}
