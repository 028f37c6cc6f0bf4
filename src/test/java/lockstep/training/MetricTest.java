package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
      Map.ofEntries(
          Map.entry("accuracy", Metric.ACCURACY),
          Map.entry("balanced_accuracy", Metric.BALANCED_ACCURACY),
          Map.entry("precision", Metric.PRECISION),
          Map.entry("recall", Metric.RECALL),
          Map.entry("f1", Metric.F1),
          Map.entry("mcc", Metric.MATTHEWS_CORRELATION),
          Map.entry("roc_auc", Metric.ROC_AUC),
          Map.entry("average_precision", Metric.AVERAGE_PRECISION),
          Map.entry("log_loss", Metric.LOG_LOSS),
          Map.entry("brier", Metric.BRIER_SCORE),
          Map.entry("mae", Metric.MEAN_ABSOLUTE_ERROR),
          Map.entry("mse", Metric.MEAN_SQUARED_ERROR),
          Map.entry("r2", Metric.R2));

  static Stream<Arguments> golden() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/golden/metrics.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells ->
                Arguments.of(
                    cells[3], column(cells[1]), column(cells[2]), Double.parseDouble(cells[4])));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithScikitLearn(String name, double[][] targets, double[][] outputs, double value) {
    double found = value(NAMED.get(name), outputs, targets);
    assertThat(found).isCloseTo(value, within(1e-12 * Math.abs(value)));
  }

  /** Rows of {@code reference.csv}: ties, constant outputs, missing classes, several outputs. */
  static Stream<Arguments> reference() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/metrics/reference.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells -> {
              double[][] outputs = table(cells[3]);
              double[][] given = table(cells[2]);
              boolean oneHot = cells[1].equals("classes") && outputs[0].length > 1;
              double[][] targets = oneHot ? oneHot(given, outputs[0].length) : given;
              Metric metric = Metric.valueOf(cells[4].toUpperCase(Locale.ROOT));
              return Arguments.of(cells[0], metric, targets, outputs, Double.parseDouble(cells[5]));
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("reference")
  void agreesWithScikitLearnInOddCases(
      String name, Metric metric, double[][] targets, double[][] outputs, double value) {
    assertThat(value(metric, outputs, targets)).isCloseTo(value, within(1e-13 * Math.abs(value)));
  }

  @Test
  void theReferencesCoverEveryMetricOfOutputs() throws IOException {
    Set<Metric> covered = EnumSet.of(Metric.ERROR_RATE, Metric.DEAD_UNITS);
    reference().forEach(row -> covered.add((Metric) row.get()[1]));
    assertThat(covered).containsExactly(Metric.values());
    assertThat(golden().map(row -> row.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(NAMED.keySet());
  }

  @Test
  void withoutAPairOfBothClassesThereIsNoAreaUnderTheCurve() {
    assertThat(value(Metric.ROC_AUC, rows(0.1, 0.9), rows(0, 0))).isNaN();
    assertThat(value(Metric.ROC_AUC, rows(0.1, 0.9), rows(1, 1))).isNaN();
    assertThat(value(Metric.AVERAGE_PRECISION, rows(0.1, 0.9), rows(0, 0))).isZero();
  }

  @Test
  void outputsThatAreNoNumbersHaveNoOrder() {
    double[][] outputs = rows(0.1, Double.NaN, 0.3);
    double[][] targets = rows(0, 1, 1);
    for (Metric metric :
        List.of(
            Metric.ROC_AUC,
            Metric.AVERAGE_PRECISION,
            Metric.LOG_LOSS,
            Metric.BRIER_SCORE,
            Metric.MEDIAN_ABSOLUTE_ERROR,
            Metric.MAX_ERROR,
            Metric.MEAN_SQUARED_ERROR)) {
      assertThat(value(metric, outputs, targets)).as(metric.column()).isNaN();
    }
    assertThat(value(Metric.RECALL, outputs, targets)).as("NaN is read as class 0").isZero();
  }

  @Test
  void equalOutputsCountHalfWhateverTheSignOfZero() {
    assertThat(value(Metric.ROC_AUC, rows(0, -0.0), rows(0, 1))).isEqualTo(0.5);
    assertThat(value(Metric.ROC_AUC, rows(0, -0.0, 1), rows(1, 0, 1))).isEqualTo(0.75);
    assertThat(value(Metric.AVERAGE_PRECISION, rows(0, -0.0), rows(0, 1))).isEqualTo(0.5);
  }

  @Test
  void ofTwoOutputsTheDifferenceIsTheScore() {
    double[][] targets = {{1, 0}, {0, 1}, {0, 1}, {1, 0}};
    double[][] outputs = {{0.5, 0.75}, {0.25, 0.75}, {0.5, 0.5}, {0.25, 0}};
    // Scores 0.25, 0.5, 0, -0.25; of the pairs (1, 0), (1, 3), (2, 0), (2, 3) all but (2, 0) agree.
    assertThat(value(Metric.ROC_AUC, outputs, targets)).isEqualTo(0.75);
    assertThat(value(Metric.RECALL, outputs, targets)).as("class 1 only").isEqualTo(0.5);
    assertThat(value(Metric.PRECISION, outputs, targets)).isEqualTo(0.5);
  }

  @Test
  void certaintyAndAMistakeCostTheLogarithmOfTheDistanceOfOneToTheNextNumber() {
    assertThat(value(Metric.LOG_LOSS, rows(0), rows(1))).isEqualTo(52 * 0.6931471805599453);
    assertThat(value(Metric.LOG_LOSS, rows(1), rows(1))).isZero();
  }

  @Test
  void probabilitiesOfSeveralClassesAreScoredOverAllOfThem() {
    double[][] outputs = {{0.5, 0.25, 0.25}, {0, 0.25, 0.75}};
    double[][] targets = {{1, 0, 0}, {0, 1, 0}};
    assertThat(value(Metric.BRIER_SCORE, outputs, targets)).isEqualTo((0.375 + 1.125) / 2);
    assertThat(value(Metric.LOG_LOSS, outputs, targets)).isEqualTo(1.5 * 0.6931471805599453);
  }

  @Test
  void probabilitiesOfTwoClassesAreScoredOnceOnly() {
    double[][] outputs = {{0.75, 0.25}, {0.5, 0.5}};
    double[][] targets = {{1, 0}, {0, 1}};
    assertThat(value(Metric.BRIER_SCORE, outputs, targets)).isEqualTo((0.0625 + 0.25) / 2);
    assertThat(value(Metric.BRIER_SCORE, rows(0.25, 0.5), rows(0, 1)))
        .isEqualTo((0.0625 + 0.25) / 2);
  }

  @Test
  void countsOfHugeDataDoNotOverflow() {
    int half = 1 << 20;
    double[][] outputs = new double[2 * half][1];
    double[][] targets = new double[2 * half][1];
    for (int i = 0; i < half; i++) {
      outputs[i][0] = 1;
      targets[i][0] = 1;
    }
    assertThat(value(Metric.MATTHEWS_CORRELATION, outputs, targets)).isEqualTo(1);
    assertThat(value(Metric.ROC_AUC, outputs, targets)).isEqualTo(1);
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

  private static double[][] table(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] oneHot(double[][] numbers, int classes) {
    double[][] targets = new double[numbers.length][classes];
    for (int sample = 0; sample < numbers.length; sample++) {
      targets[sample][(int) numbers[sample][0]] = 1;
    }
    return targets;
  }
}
