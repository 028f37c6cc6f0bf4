package lockstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Reading;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.random.Purpose;
import lockstep.random.Streams;
import lockstep.training.History;
import lockstep.training.TrainingObserver;
import lockstep.training.TrainingRun;
import lockstep.training.TrainingTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped experiments against whole traces that other programs computed. */
class PublishedTraceTest {
  private static final double PERCENT = 1e-9 * 100;
  private static final Path PUBLISHED = Path.of("experiments/published");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/published");

  @ParameterizedTest
  @CsvSource({
    "two_circles, circles-as-published",
    "two_circles_derivative_corrected, circles-derivative-corrected",
    "two_circles_half_rate, circles-as-published-half-rate",
    "two_circles_true_gradient, circles-derivative-and-bias-corrected"
  })
  void everyEpochOfTheCirclesAgrees(String experiment, String trace) throws IOException {
    History history = run(experiment).history();
    List<String[]> golden = rows(trace);
    assertThat(history.rows()).hasSameSizeAs(golden);
    for (String[] row : golden) {
      int epoch = Integer.parseInt(row[0]);
      assertThat(history.at("loss", epoch))
          .isCloseTo(Double.parseDouble(row[1]), withinPercentage(PERCENT));
      assertThat(history.at("accuracy", epoch)).isEqualTo(Double.parseDouble(row[2]));
    }
  }

  @Test
  void everyEpochOfThePerceptronAgrees() throws IOException {
    List<String[]> golden = rows("perceptron");
    Map<Integer, Parameters> states = everyState(read("perceptron"));
    assertThat(states).hasSameSizeAs(golden);
    for (String[] row : golden) {
      Parameters.Layer layer = states.get(Integer.parseInt(row[0])).layers().get(0);
      assertThat(layer.weights().getEntry(0, 0))
          .isCloseTo(number(row[1]), withinPercentage(PERCENT));
      assertThat(layer.weights().getEntry(1, 0))
          .isCloseTo(number(row[2]), withinPercentage(PERCENT));
      assertThat(layer.biases().getEntry(0, 0))
          .isCloseTo(number(row[3]), withinPercentage(PERCENT));
    }
  }

  @Test
  void thePerceptronMakesTheSameMistakesInEveryEpoch() throws IOException {
    ExperimentSpec spec = read("perceptron");
    Map<Integer, Parameters> states = everyState(spec);
    Samples train = spec.data().build(new Streams(spec.rng(), spec.streams())).train();
    for (String[] row : rows("perceptron").subList(1, spec.training().epochs() + 1)) {
      int epoch = Integer.parseInt(row[0]);
      assertThat(mistakes(states.get(epoch - 1), train, spec.training().learningRate()))
          .as("epoch %d", epoch)
          .isEqualTo(Integer.parseInt(row[4]));
    }
  }

  /** Goes through an epoch once more, by the rule as the source states it. */
  private static int mistakes(Parameters state, Samples train, double rate) {
    double[] w = state.layers().get(0).weights().getColumn(0);
    double b = state.layers().get(0).biases().getEntry(0, 0);
    int mistakes = 0;
    for (int sample = 0; sample < train.count(); sample++) {
      double[] x = train.inputs().getRow(sample);
      double output = w[0] * x[0] + w[1] * x[1] + b > 0 ? 1 : 0;
      double error = output - train.targets().getEntry(sample, 0);
      mistakes += error == 0 ? 0 : 1;
      w[0] -= rate * error * x[0];
      w[1] -= rate * error * x[1];
      b -= rate * error;
    }
    return mistakes;
  }

  private static Map<Integer, Parameters> everyState(ExperimentSpec spec) {
    Streams streams = new Streams(spec.rng(), spec.streams());
    DataSet data = spec.data().build(streams);
    Network network = Network.start(spec.network(), streams.open(Purpose.INIT));
    Set<Integer> epochs =
        IntStream.rangeClosed(0, spec.training().epochs()).boxed().collect(Collectors.toSet());
    TrainingTask task =
        new TrainingTask(spec.training(), spec.deviations(), spec.metrics(), epochs);
    return new TrainingRun(task, network, data, TrainingObserver.NONE).train().snapshots();
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static TrialResult run(String experiment) {
    return Trial.run(read(experiment), TrainingObserver.NONE);
  }

  private static ExperimentSpec read(String experiment) {
    Reading reading = ExperimentFile.read(PUBLISHED.resolve(experiment + ".yaml"), List.of());
    assertThat(reading.problems()).isEmpty();
    return reading.spec().orElseThrow();
  }

  private static List<String[]> rows(String trace) throws IOException {
    return Files.readAllLines(GOLDEN.resolve(trace + ".csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
