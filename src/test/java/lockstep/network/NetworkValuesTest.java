package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.BiasGradient;
import lockstep.network.Deviations.HiddenGradient;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What networks and their parts say of themselves. */
class NetworkValuesTest {
  private static final InitSpec ZEROS =
      new InitSpec(
          new Initializer.Zeros(), new Initializer.Zeros(), InitSpec.DrawOrder.WEIGHTS_THEN_BIASES);

  private static NetworkSpec spec(Integer... layers) {
    List<Activation> activations = List.of(new Activation.Tanh(), new Activation.Identity());
    return new NetworkSpec(
        List.of(layers), activations.subList(0, layers.length - 1), BiasMode.ON, ZEROS);
  }

  @Test
  void parametersAreCountedBeyondInt() {
    assertThat(spec(2, 3, 1).parameterCount()).isEqualTo(3 * 3 + 4);
    assertThat(spec(1_000_000, 1_000_000).parameterCount()).isEqualTo(1_000_001_000_000L);
  }

  @Test
  void anyDeviationIsOne() {
    assertThat(Deviations.NONE.areNone()).isTrue();
    List<Deviations> others =
        List.of(
            new Deviations(
                2, BiasGradient.EXACT, BackwardPass.EACH_SAMPLE, HiddenGradient.OLD_WEIGHTS),
            new Deviations(
                1, BiasGradient.MEAN, BackwardPass.EACH_SAMPLE, HiddenGradient.OLD_WEIGHTS),
            new Deviations(
                1, BiasGradient.EXACT, BackwardPass.LAST_SAMPLE, HiddenGradient.OLD_WEIGHTS),
            new Deviations(
                1, BiasGradient.EXACT, BackwardPass.EACH_SAMPLE, HiddenGradient.UPDATED_WEIGHTS));
    assertThat(others).noneMatch(Deviations::areNone);
  }

  @ParameterizedTest
  @CsvSource({"SUM, 1", "MEAN, 15", "MEAN_OVER_SAMPLES, 5"})
  void sumsAreDividedAsTheReductionSays(Reduction reduction, double divisor) {
    assertThat(reduction.divisor(3, 5)).isEqualTo(divisor);
  }

  @Test
  void rateOfDropoutIsThatOfItsLayer() {
    Dropout dropout = new Dropout(List.of(0.5, 0.25));
    assertThat(dropout.isUniform()).isFalse();
    assertThat(new Dropout(List.of(0.5, 0.5)).isUniform()).isTrue();
    assertThat(dropout.rate(1)).isEqualTo(0.25);
    assertThat(dropout.rate(2)).isZero();
    assertThat(new Dropout(List.of(0.0, 0.0)).isNone()).isTrue();
    assertThat(dropout.isNone()).isFalse();
  }

  @Test
  void theFirstOfEqualOutputsIsTheClassAndABorderIsNotAbove() {
    DenseMatrix outputs = matrix(new double[][] {{1, 0, 2}, {1, 3, 1}, {0, 3, 2}});
    for (int sample = 0; sample < 3; sample++) {
      assertThat(ClassRule.HALF.classOf(outputs, sample)).isEqualTo(sample == 1 ? 1 : 0);
    }
    DenseMatrix one = matrix(new double[][] {{0.5, 0.6, 0, 1e-9}});
    assertThat(classes(ClassRule.HALF, one)).containsExactly(0, 1, 0, 0);
    assertThat(classes(ClassRule.SIGN, one)).containsExactly(1, 1, 0, 1);
  }

  private static List<Integer> classes(ClassRule rule, DenseMatrix outputs) {
    return IntStream.range(0, outputs.getColumnDimension())
        .mapToObj(sample -> rule.classOf(outputs, sample))
        .toList();
  }

  @Test
  void scoresOfTwoOutputsAreTheSecondOrTheirDifference() {
    DenseMatrix two = matrix(new double[][] {{0.25, 1}, {0.75, 4}});
    assertThat(ClassRule.scoreOf(two, 0, true)).isEqualTo(0.75);
    assertThat(ClassRule.scoreOf(two, 1, false)).isEqualTo(3);
    assertThat(ClassRule.scoreOf(matrix(new double[][] {{7, 8}}), 1, false)).isEqualTo(8);
  }

  private static DenseMatrix matrix(double[][] rows) {
    return DenseMatrix.copyOf(MatrixUtils.createRealMatrix(rows));
  }

  private static Parameters parameters(double[][] weights, double... biases) {
    return new Parameters(
        List.of(
            new Parameters.Layer(
                MatrixUtils.createRealMatrix(weights), MatrixUtils.createRowRealMatrix(biases))));
  }

  @Test
  void aPredictorGivesOutputsAndClassesForAnyNumberOfSamples() {
    Predictor predictor =
        new Predictor(
            List.of(new Activation.Identity()),
            parameters(new double[][] {{1, 2}, {3, 4}}, 0.5, -0.5),
            Arithmetic.FUSED);
    for (int samples : new int[] {1, 3, 2}) {
      double[][] rows = new double[samples][];
      Arrays.setAll(rows, row -> new double[] {row, 1 - 4.0 * row});
      RealMatrix inputs = MatrixUtils.createRealMatrix(rows);
      RealMatrix outputs = predictor.outputs(inputs);
      int[] classes = predictor.classes(inputs, ClassRule.HALF);
      assertThat(outputs.getRowDimension()).isEqualTo(samples);
      for (int row = 0; row < samples; row++) {
        double first = row + 3 * (1 - 4.0 * row) + 0.5;
        double second = 2.0 * row + 4 * (1 - 4.0 * row) - 0.5;
        assertThat(outputs.getRow(row)).containsExactly(first, second);
        assertThat(classes[row]).isEqualTo(second > first ? 1 : 0);
      }
    }
  }

  @Test
  void magnitudesBoundWhatANetworkCanReach() {
    Network network =
        new Network(
            List.of(new Activation.Identity()),
            BiasMode.ON,
            parameters(new double[][] {{-2e150}}, 1));
    assertThat(network.isSurelyFinite(1e149)).isTrue();
    assertThat(network.isSurelyFinite(1e151)).isFalse();
    assertThat(network.isSurelyFinite(Double.NaN)).isFalse();
    assertThat(network.endsInSoftmax()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, 0.3", "0.5, -1.5", "3, 0"})
  void theSecondDerivativeOfSoftplusHasItsBeta(double beta, double z) {
    SmoothRectifier.Softplus softplus = new SmoothRectifier.Softplus(beta, 20);
    double sigmoid = 1 / (1 + Math.exp(-beta * z));
    assertThat(softplus.secondDerivative(z, 0))
        .isCloseTo(beta * sigmoid * (1 - sigmoid), within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"1, -0.25", "-1, 0.25", "3, -0.03125", "0, 0"})
  void theSecondDerivativeOfSoftsignFallsWithTheCube(double z, double expected) {
    assertThat(new BoundedActivation.Softsign().secondDerivative(z, 0)).isEqualTo(expected);
  }

  @Test
  void huberIsAParabolaAndThenALineOfItsDelta() {
    Loss.Huber half = new Loss.Huber(Reduction.SUM, 0.5);
    assertThat(half.value(0.25, 0)).isEqualTo(0.03125);
    assertThat(half.value(2, 0)).isEqualTo(0.5 * (2 - 0.25));
    assertThat(half.derivative(0.25, 0)).isEqualTo(0.25);
    assertThat(half.derivative(-2, 0)).isEqualTo(-0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "WEIGHTS_THEN_BIASES, 0 1 2 3, 4 5",
    "UNIT_BIAS_FIRST, 1 4 2 5, 0 3",
    "UNIT_BIAS_LAST, 0 3 1 4, 2 5"
  })
  void parametersAreDrawnInTheStatedOrder(InitSpec.DrawOrder order, String weights, String biases) {
    Initializer normal = new Initializer.Normal(0, 1);
    NetworkSpec drawn =
        new NetworkSpec(
            List.of(2, 2),
            List.of(new Activation.Identity()),
            BiasMode.ON,
            new InitSpec(normal, normal, order));
    Parameters.Layer layer =
        Network.start(drawn, ChosenNumbers.of(0, 1, 2, 3, 4, 5)).parameters().layers().get(0);
    assertThat(shown(layer.weights())).isEqualTo(weights);
    assertThat(shown(layer.biases())).isEqualTo(biases);
  }

  private static String shown(RealMatrix matrix) {
    return Arrays.stream(matrix.getData())
        .flatMapToDouble(Arrays::stream)
        .mapToObj(value -> Integer.toString((int) value))
        .collect(Collectors.joining(" "));
  }

  /** Once would leave an angle of about 1e-8 between vectors that begin so close to each other. */
  @Test
  void vectorsThatBeginAlmostParallelBecomeOrthogonal() {
    ChosenNumbers normals = ChosenNumbers.of(1, 1, 1, 1 + 1e-8, 1, 1);
    InitialValues values = new ScaledInitializer.Orthogonal(1).start(normals, 0, 3, 2);
    double product = 0;
    double length = 0;
    for (int row = 0; row < 3; row++) {
      product += values.next(row, 0) * values.next(row, 1);
      length += values.next(row, 1) * values.next(row, 1);
    }
    assertThat(product).isCloseTo(0, within(1e-15));
    assertThat(length).isCloseTo(1, within(1e-15));
  }
}
