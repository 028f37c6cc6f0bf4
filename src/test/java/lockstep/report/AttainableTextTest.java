package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.experiment.Trial;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttainableTextTest {
  @TempDir Path folder;

  private String text(String data, String rest) throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "data: " + data + "\n" + rest);
    ExperimentSpec spec = ExperimentFile.read(file, List.of()).spec().orElseThrow();
    return AttainableText.text(
        ReportInput.of(
            Trial.run(spec, TrainingObserver.NONE), List.of(), Configuration.of(spec, "1")));
  }

  private String regression(String data, String loss) throws IOException {
    String training = "training: {loss: %s, learning_rate: 0.1, epochs: 200}\n".formatted(loss);
    return text(data, "network: {layers: [1, 1], init: {seed: 1}}\n" + training);
  }

  private String classes(String data, String encoding) throws IOException {
    return text(
        data,
        encoding + "training: {loss: mse, learning_rate: 0.1, epochs: 3}\nmetrics: [accuracy]\n");
  }

  @Test
  void squaredErrorIsHeldAgainstTheVarianceOfTheNoise() throws IOException {
    assertThat(regression("{generator: linear, samples: 40, noise: 0.5, seed: 1}", "mse"))
        .startsWith(
            "\nBest attainable mean squared error on new samples: 0.25, because of the variance of"
                + " the targets' noise; reached 0.")
        .endsWith(".\n");
  }

  @Test
  void bothPartsAreToldApart() throws IOException {
    String data =
        "{generator: linear, samples: 40, noise: 0.5, seed: 1, split: {test_size: 0.5, seed: 1}}";
    assertThat(regression(data, "mse"))
        .contains(" (train: 0.", " (test: 0.", " beyond it). On the training samples")
        .endsWith("On samples that are held out it is beyond the limit by chance.\n");
    String other = data.replace("samples: 40", "samples: 8");
    assertThat(regression(other, "mse")).contains(" short of it)").doesNotContain("held out it");
  }

  @Test
  void fittingTheNoiseIsCalledSo() throws IOException {
    String few = regression("{generator: linear, samples: 3, noise: 0.5, seed: 1}", "mse");
    assertThat(few).contains("because their noise was learnt too.");
    String untrained =
        text(
            "{generator: linear, coefficients: [5], samples: 50, noise: 0.1, seed: 1}",
            "network: {layers: [1, 1]}\ntraining: {loss: mse, learning_rate: 0.1, epochs: 0}\n");
    assertThat(untrained).doesNotContain("learnt");
  }

  @Test
  void otherMeasuresAndDataWithoutALimitTellNothing() throws IOException {
    String noisy = "{generator: linear, samples: 9, noise: 0.5}";
    assertThat(regression(noisy, "{mse: {half: true}}")).isEmpty();
    assertThat(regression(noisy, "{mse: {reduction: sum}}")).isEmpty();
    assertThat(regression("{generator: linear, samples: 9}", "mse")).isEmpty();
    String scaled = "{generator: linear, samples: 9, noise: 0.5, target_scaling: standard}";
    assertThat(regression(scaled, "mse")).isEmpty();
  }

  @Test
  void aRunThatEndsInNoNumberIsHeldAgainstNothing() throws IOException {
    String rest =
        "network: {layers: [1, 1]}\ntraining: {loss: mse, learning_rate: 1e3, epochs: 200,"
            + " stop_on: [non_finite]}\n";
    assertThat(text("{generator: linear, samples: 9, noise: 0.5}", rest)).isEmpty();
  }

  @Test
  void theMetricSpeaksForTheLoss() throws IOException {
    String text =
        text(
            "{generator: linear, samples: 9, noise: 0.5}",
            "network: {layers: [1, 1]}\ntraining: {loss: mse, learning_rate: 0.1, epochs: 1}\n"
                + "metrics: [mean_squared_error]\n");
    assertThat(text.split("reached ")[1]).doesNotContain(", ");
  }

  @Test
  void accuracyIsHeldAgainstTheOverlapOfTheClouds() throws IOException {
    String clouds = "{generator: blobs, centers: [[0, 0], [2, 0]], samples: 60, seed: 2}";
    assertThat(classes(clouds, "network: {layers: [2, 1]}\n"))
        .startsWith(
            "\nBest attainable accuracy on new samples: 0.84134, because of the overlap of the"
                + " clouds; reached 0.");
  }

  @Test
  void aBoundIsCalledSo() throws IOException {
    String flipped = "{generator: classification, samples: 60, flip_y: 0.2, encoding: one_hot}";
    assertThat(classes(flipped, "network: {layers: [20, 2]}\n"))
        .contains("new samples: at most 0.9, because of the classes that are flipped; reached 0.");
  }

  @Test
  void theGapIsTold() throws IOException {
    String lines =
        classes("{generator: xor, samples: 400, noise: 0.5}", "network: {layers: [2, 1]}\n");
    Matcher told =
        Pattern.compile("samples: (\\S+), .* reached (\\S+) \\((\\S+) short of it\\)")
            .matcher(lines);
    assertThat(told.find()).as(lines).isTrue();
    double gap = Double.parseDouble(told.group(1)) - Double.parseDouble(told.group(2));
    assertThat(Double.parseDouble(told.group(3))).isCloseTo(gap, within(1e-5)).isGreaterThan(0.1);
  }

  /** The data stream draws the centers first, whatever follows. */
  @Test
  void drawnCentersAreThoseOfTheData() throws IOException {
    String drawn = "{generator: blobs, centers: 2, std: 4, samples: 4000, seed: 2}";
    String lines = classes(drawn, "network: {layers: [2, 8, 1]}\n");
    assertThat(lines).startsWith("\nBest attainable accuracy on new samples: 0.");
  }

  private static String sweep(String data, String rest) throws IOException {
    Experiment sweep = SweepExamples.read("data: " + data + "\nnetwork: {layers: [2, 1]}\n" + rest);
    SweepInput input =
        SweepExamples.byLoss(sweep, spec -> 0.3 + spec.training().learningRate() / 10);
    return Texts.of(SweepReport.of(input).files()).get(ResultsLayout.REPORT);
  }

  private static final String RATES =
      "training: {loss: %s, learning_rate: 0.1, epochs: 20}\n"
          + "sweep: {repeats: 4, grid: {training.learning_rate: [0.1, 0.2]}}\n";

  @Test
  void aSweepIsToldByItsBestConfiguration() throws IOException {
    String noisy = "{generator: linear, features: 2, samples: 20, noise: 0.5}";
    Matcher told =
        Pattern.compile(
                "Best attainable mean squared error on new samples: 0.25, because of the variance"
                    + " of the targets' noise; the best configuration reached (\\S+) in the mean"
                    + " \\((\\S+) short of it\\)\\.\n")
            .matcher(sweep(noisy, RATES.formatted("mse")));
    assertThat(told.find()).isTrue();
    double gap = Double.parseDouble(told.group(1)) - 0.25;
    assertThat(Double.parseDouble(told.group(2))).isCloseTo(gap, within(1e-5)).isGreaterThan(0.05);
    String noisier = noisy.replace("0.5", "0.9");
    assertThat(sweep(noisier, RATES.formatted("mse")))
        .contains(" beyond it). On the training samples that is beyond the limit");
    assertThat(sweep(noisy, RATES.formatted("mae"))).doesNotContain("attainable");
  }

  private static final String LOSSES =
      "training: {loss: mse, learning_rate: 0.1, epochs: 20}\nmetrics: [accuracy]\n"
          + "sweep: {repeats: 4, grid: {training.loss: [mse, bce]}}\n";

  @Test
  void repeatsWithLimitsOfTheirOwnHaveNoneInCommon() throws IOException {
    String blobs = "{generator: blobs, samples: 20, std: 4, centers: %s}";
    assertThat(sweep(blobs.formatted("[[0, 0], [8, 0]]"), LOSSES))
        .contains("Best attainable accuracy on new samples: 0.84134");
    assertThat(sweep(blobs.formatted("2"), LOSSES)).doesNotContain("attainable");
  }
}
