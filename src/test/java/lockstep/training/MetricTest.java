package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.data.Samples;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.ScalarKernels;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Network;
import lockstep.network.Parameters;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that passes its inputs through, so that inputs are the predictions. */
class MetricTest {
  private static final Map<String, Metric> NAMED =
      Map.of(
          "accuracy", Metric.ACCURACY,
          "mae", Metric.MEAN_ABSOLUTE_ERROR,
          "mse", Metric.ROOT_MEAN_SQUARED_ERROR,
          "r2", Metric.R2);

  static Stream<Arguments> reference() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/golden/metrics.csv")).stream()
        .map(line -> line.split(","))
        .filter(cells -> NAMED.containsKey(cells[3]))
        .map(
            cells ->
                Arguments.of(
                    cells[3], column(cells[1]), column(cells[2]), Double.parseDouble(cells[4])));
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithScikitLearn(String name, double[][] targets, double[][] outputs, double value) {
    double found = value(NAMED.get(name), outputs, targets);
    double comparable = name.equals("mse") ? found * found : found;
    assertThat(comparable).isCloseTo(value, within(1e-12 * Math.abs(value)));
  }

  @Test
  void theReferenceCoversEachOfThem() throws IOException {
    assertThat(reference().map(row -> row.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(NAMED.keySet());
  }

  @Test
  void errorRateIsTheShareOfMistakes() {
    assertThat(value(Metric.ERROR_RATE, rows(0.9, 0.2, 0.6, 0.5), rows(1, 1, 0, 0))).isEqualTo(0.5);
  }

  @Test
  void withSeveralOutputsTheLargestIsTheClass() {
    double[][] outputs = {{0.2, 0.7, 0.1}, {3, 3, 1}, {-2, -3, -1}};
    double[][] targets = {{0, 1, 0}, {0, 1, 0}, {0, 0, 1}};
    assertThat(value(Metric.ACCURACY, outputs, targets)).isEqualTo(2.0 / 3);
  }

  @Test
  void errorsAreAveragedOverSamplesAndOutputs() {
    double[][] outputs = {{1, 2}, {3, 4}};
    double[][] targets = {{0, 0}, {0, 0}};
    assertThat(value(Metric.MEAN_ABSOLUTE_ERROR, outputs, targets)).isEqualTo(2.5);
    assertThat(value(Metric.ROOT_MEAN_SQUARED_ERROR, outputs, targets))
        .isEqualTo(Math.sqrt(30.0 / 4));
  }

  @Test
  void determinationIsAveragedOverOutputs() {
    double[][] outputs = {{1, 1}, {2, 1}, {3, 1}};
    double[][] targets = {{1, 0}, {2, 1}, {3, 2}};
    assertThat(value(Metric.R2, outputs, targets)).as("1 and 0").isEqualTo(0.5);
  }

  @Test
  void determinationOfAConstantTargetIsOneIfExactElseZero() {
    assertThat(value(Metric.R2, rows(2, 2), rows(2, 2))).isEqualTo(1);
    assertThat(value(Metric.R2, rows(2, 3), rows(2, 2))).isZero();
  }

  @Test
  void deadUnitsAreThoseWithoutADerivativeOnAnySample() {
    // Units with z = x, z = -x, z = x - 9 on x = 1, 2: the second and third never wake.
    RealMatrix weights = MatrixUtils.createRealMatrix(new double[][] {{1, -1, 1}});
    RealMatrix biases = MatrixUtils.createRealMatrix(new double[][] {{0, 0, -9}});
    RealMatrix out = MatrixUtils.createColumnRealMatrix(new double[] {1, 1, 1});
    RealMatrix zero = MatrixUtils.createRealMatrix(1, 1);
    Parameters parameters =
        new Parameters(
            List.of(new Parameters.Layer(weights, biases), new Parameters.Layer(out, zero)));
    List<Activation> activations = List.of(new Activation.Relu(), new Activation.Identity());
    Network network = new Network(activations, BiasMode.ON, parameters);
    assertThat(value(Metric.DEAD_UNITS, network, rows(1, 2), rows(0, 0))).isEqualTo(2.0 / 3);
  }

  @Test
  void aNetworkWithoutHiddenLayersHasNoDeadUnits() {
    assertThat(value(Metric.DEAD_UNITS, rows(1, 2), rows(0, 0))).isZero();
  }

  private static double value(Metric metric, double[][] outputs, double[][] targets) {
    int width = outputs[0].length;
    Parameters parameters =
        new Parameters(
            List.of(
                new Parameters.Layer(
                    MatrixUtils.createRealIdentityMatrix(width),
                    MatrixUtils.createRealMatrix(1, width))));
    Network network = new Network(List.of(new Activation.Identity()), BiasMode.ON, parameters);
    return value(metric, network, outputs, targets);
  }

  private static double value(
      Metric metric, Network network, double[][] inputs, double[][] targets) {
    Samples samples =
        new Samples(MatrixUtils.createRealMatrix(inputs), MatrixUtils.createRealMatrix(targets));
    Evaluation evaluation =
        new Evaluation(network, samples, Deviations.NONE, ScalarKernels.of(Arithmetic.FUSED));
    evaluation.refresh();
    return metric.of(evaluation);
  }

  private static double[][] rows(double... values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  private static double[][] column(String cell) {
    return rows(Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }
}
