package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ScalarKernels;
import lockstep.network.SmoothRectifier.Gelu.Approximation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
  private static final Map<String, PointwiseActivation> NAMED =
      Map.ofEntries(
          Map.entry("relu", new Activation.Relu()),
          Map.entry("leaky-relu(0.01)", new Activation.LeakyRelu(0.01)),
          Map.entry("sigmoid", new Activation.Sigmoid()),
          Map.entry("tanh", new Activation.Tanh()),
          Map.entry("identity", new Activation.Identity()),
          Map.entry("elu", new SmoothRectifier.Elu(1)),
          Map.entry("selu", new SmoothRectifier.Selu()),
          Map.entry("gelu", new SmoothRectifier.Gelu(Approximation.NONE)),
          Map.entry("gelu-tanh", new SmoothRectifier.Gelu(Approximation.TANH)),
          Map.entry("silu", new SmoothRectifier.Silu()),
          Map.entry("mish", new SmoothRectifier.Mish()),
          Map.entry("softplus", new SmoothRectifier.Softplus(1, 20)),
          Map.entry("softsign", new BoundedActivation.Softsign()),
          Map.entry("hard-sigmoid", new BoundedActivation.HardSigmoid()),
          Map.entry("hard-tanh", new BoundedActivation.HardTanh()),
          Map.entry("sin", new BoundedActivation.Sin()));

  private static final List<PointwiseActivation> ALL =
      Stream.concat(NAMED.values().stream(), Stream.of(new Activation.Step())).toList();

  static Stream<Arguments> reference() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/golden/activations.csv")).stream()
        .map(line -> line.split(","))
        .filter(cells -> NAMED.containsKey(cells[0]))
        .map(
            cells ->
                Arguments.of(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3])));
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithPyTorch(String name, double z, double value, double derivative) {
    PointwiseActivation activation = NAMED.get(name);
    double a = activation.value(z);
    assertThat(a).isCloseTo(value, within(tolerance(value)));
    double slope = activation.derivative(z, a);
    if (name.equals("hard-sigmoid")) {
      // PyTorch multiplies with a sixth of single precision, which is not the derivative.
      assertThat((double) (float) slope).isEqualTo(derivative);
    } else {
      assertThat(slope).isCloseTo(derivative, within(tolerance(derivative)));
    }
  }

  private static double tolerance(double value) {
    return Math.max(1e-300, 1e-14 * Math.abs(value));
  }

  @Test
  void theReferenceCoversEveryActivationButStep() throws IOException {
    assertThat(reference().map(row -> row.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(NAMED.keySet());
  }

  @Test
  void kinksHaveTheStatedDerivative() {
    assertThat(new Activation.Relu().derivative(0, 0)).isZero();
    assertThat(new Activation.LeakyRelu(0.2).derivative(0, 0)).isEqualTo(0.2);
    assertThat(new Activation.Step().value(0)).isZero();
    assertThat(new Activation.Step().value(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(new Activation.Step().derivative(3, 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e308, -1000, 1000, 1e308, Double.POSITIVE_INFINITY})
  void theSigmoidNeverOverflows(double z) {
    assertThat(new Activation.Sigmoid().value(z)).isBetween(0.0, 1.0);
  }

  @Test
  void notANumberIsNeverHidden() {
    assertThat(ALL)
        .allSatisfy(
            activation -> {
              assertThat(activation.value(Double.NaN)).isNaN();
              DenseMatrix outputs = new DenseMatrix(1, 1);
              outputs.values()[0] = Double.NaN;
              activation.apply(outputs, outputs, ScalarKernels.of(Arithmetic.FUSED));
              assertThat(outputs.values()[0]).isNaN();
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {20.5, 37, 700, 709.9, 745.2, 746, 1e5, 1e100, 1e154, 1e200, 1e308})
  void noActivationOverflowsFarOut(double z) {
    for (PointwiseActivation activation : ALL) {
      for (double signed : new double[] {z, -z}) {
        double a = activation.value(signed);
        assertThat(Math.abs(a)).as("%s at %s", activation, signed).isLessThanOrEqualTo(1.1 * z);
        double slope = activation.derivative(signed, a);
        assertThat(Math.abs(slope)).as("slope of %s at %s", activation, signed).isLessThan(1.1);
        double bend = activation.secondDerivative(signed, a);
        assertThat(Math.abs(bend)).as("bend of %s at %s", activation, signed).isLessThan(1.1);
      }
    }
  }

  /**
   * A network that has left the doubles says so by its sums, not by what activations make of them.
   */
  @Test
  void infiniteSumsGiveTheLimitWhereThereIsOne() {
    for (PointwiseActivation activation : ALL) {
      if (!(activation instanceof BoundedActivation.Sin)) {
        for (double z : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
          double a = activation.value(z);
          assertThat(a).as("%s at %s", activation, z).isNotNaN();
          assertThat(activation.derivative(z, a)).as("%s at %s", activation, z).isNotNaN();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e9, -800, -30, -5, -1, -0.3, 0, 0.1, 1, 4, 300, 1e9})
  void noValueIsBeyondTheStatedBound(double z) {
    List<PointwiseActivation> odd =
        List.of(
            new SmoothRectifier.Elu(30),
            new SmoothRectifier.Softplus(0.1, 50),
            new SmoothRectifier.Softplus(9, 1));
    Stream.concat(ALL.stream(), odd.stream())
        .forEach(
            activation ->
                assertThat(Math.abs(activation.value(z)))
                    .as("%s", activation)
                    .isLessThanOrEqualTo(activation.bound(Math.abs(z))));
  }

  @Test
  void theSigmoidLinearUnitOfOneIsTheSigmoidOfOne() {
    assertThat(new SmoothRectifier.Silu().value(1)).isEqualTo(new Activation.Sigmoid().value(1));
    assertThat(new SmoothRectifier.Elu(0.5).value(-1)).isEqualTo(0.5 * (1 / Math.E - 1));
  }

  @Test
  void softplusIsALineAboveItsThresholdAndApproachesTheRectifierWithBeta() {
    SmoothRectifier.Softplus softplus = new SmoothRectifier.Softplus(2, 6);
    assertThat(softplus.value(3.001)).isEqualTo(3.001);
    assertThat(softplus.derivative(3.001, 3.001)).isEqualTo(1);
    assertThat(softplus.value(0)).isEqualTo(StrictMath.log(2) / 2);
    assertThat(new SmoothRectifier.Softplus(1000, 2000).value(0.5)).isEqualTo(0.5);
  }

  @Test
  void softmaxIsAProbabilityWhateverIsAddedToAllSums() {
    Softmax softmax = new Softmax();
    DenseMatrix z = new DenseMatrix(3, 2);
    System.arraycopy(new double[] {1, 1001, 2, 1002, 3, 1003}, 0, z.values(), 0, 6);
    DenseMatrix a = new DenseMatrix(3, 2);
    softmax.apply(z, a, ScalarKernels.of(Arithmetic.FUSED));
    assertThat(a.getRow(0)).containsOnly(a.getEntry(0, 0));
    assertThat(a.getEntry(2, 1)).isCloseTo(0.6652409557748219, within(1e-15));
    assertThat(a.getEntry(0, 0) + a.getEntry(1, 0) + a.getEntry(2, 0)).isCloseTo(1, within(3e-16));
  }

  @ParameterizedTest
  @ValueSource(doubles = {800, 1e308})
  void softmaxNeverOverflows(double z) {
    DenseMatrix outputs = new DenseMatrix(2, 1);
    System.arraycopy(new double[] {z, -z}, 0, outputs.values(), 0, 2);
    new Softmax().apply(outputs, outputs, ScalarKernels.of(Arithmetic.FUSED));
    assertThat(outputs.values()).containsExactly(1, 0);
  }
}
