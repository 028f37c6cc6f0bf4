package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.FastKernels;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DropoutTest {
  private static final Kernels SCALAR = ScalarKernels.of(Arithmetic.FUSED);
  private static final Activation IDENTITY = new Activation.Identity();
  private static final double STEP = 1e-4;
  private static final LayerUpdate NONE = LayerUpdate.NONE;

  /** A hidden layer's activations and what the outputs make of them, in numbers worked by hand. */
  @Test
  void aWorkedExample() {
    Network network = network(List.of(1, 2, 1), IDENTITY);
    set(network, 0, new double[] {1, 10}, new double[] {0, 0});
    set(network, 1, new double[] {1, 1}, new double[] {0});
    DenseMatrix inputs = new DenseMatrix(1, 2);
    inputs.values()[0] = 1;
    inputs.values()[1] = 2;
    // Sample by sample, unit by unit: the first sample keeps unit 2, the second both.
    RandomStream stream = ChosenNumbers.of(0.75, 0.74, 0, 0.1);
    Backpropagation pass = pass(network, 2, SCALAR).with(new Dropout(List.of(0.25)), stream);

    assertThat(pass.forward(inputs).values())
        .containsExactly(10 * (1 / 0.75), 2 * (1 / 0.75) + 20 * (1 / 0.75));
    assertThat(pass.activations(0).values()).containsExactly(1, 2, 10, 20);

    pass.backward(OutputError.of(new Loss.Output(Reduction.SUM)), new DenseMatrix(1, 2), NONE);
    Parameters gradient = pass.gradient();
    assertThat(gradient.layers().get(1).weights().getColumn(0))
        .containsExactly(2 * (1 / 0.75), 10 * (1 / 0.75) + 20 * (1 / 0.75));
    assertThat(gradient.layers().get(0).biases().getRow(0))
        .containsExactly(1 / 0.75, 2 * (1 / 0.75));
    assertThat(gradient.layers().get(0).weights().getRow(0))
        .containsExactly(2 * (1 / 0.75), 1 / 0.75 + 2 * (1 / 0.75));
  }

  static Stream<Arguments> networks() {
    List<Arguments> all = new ArrayList<>();
    for (Activation activation : GradientTest.ACTIVATIONS) {
      for (List<Integer> shape : List.of(List.of(3, 6, 2), List.of(3, 6, 5, 2))) {
        all.add(Arguments.of(activation, shape));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theGradientUnderGivenMasksAgreesWithCentralDifferences(
      Activation activation, List<Integer> shape) {
    Network network = network(shape, activation);
    Random random = new Random(3);
    DenseMatrix inputs = random(3, 7, random);
    DenseMatrix targets = random(2, 7, random);
    Dropout dropout = new Dropout(shape.size() == 3 ? List.of(0.4) : List.of(0.4, 0.3));
    Loss loss = new Loss.MeanSquaredError(Reduction.MEAN, false);
    Backpropagation pass = pass(network, 7, SCALAR).with(dropout, RandomAlgorithm.NUMPY.start(8));
    pass.forward(inputs);
    pass.backward(OutputError.of(loss), targets, NONE);

    Slope slope = new Slope(network, dropout, inputs, targets, loss);
    int checked = 0;
    for (int index = 0; index < network.layers().size(); index++) {
      Parameters.Layer gradient = pass.gradient().layers().get(index);
      checked += slope.check(network.layers().get(index).weights(), gradient.weights());
      checked += slope.check(network.layers().get(index).biases(), gradient.biases());
    }
    assertThat(checked).isGreaterThan(30);
  }

  /** The loss with the same masks whenever it is asked for. */
  private record Slope(
      Network network, Dropout dropout, DenseMatrix inputs, DenseMatrix targets, Loss loss) {

    int check(DenseMatrix variables, RealMatrix gradient) {
      int columns = variables.getColumnDimension();
      for (int i = 0; i < variables.values().length; i++) {
        double numeric =
            (4 * difference(variables, i, STEP) - difference(variables, i, 2 * STEP)) / 3;
        assertThat(gradient.getEntry(i / columns, i % columns)).isCloseTo(numeric, within(1e-8));
      }
      return variables.values().length;
    }

    private double difference(DenseMatrix variables, int i, double step) {
      double kept = variables.values()[i];
      variables.values()[i] = kept + step;
      double above = now();
      variables.values()[i] = kept - step;
      double below = now();
      variables.values()[i] = kept;
      return (above - below) / (2 * step);
    }

    private double now() {
      RandomStream stream = RandomAlgorithm.NUMPY.start(8);
      Backpropagation pass = pass(network, 7, SCALAR).with(dropout, stream);
      pass.forward(inputs);
      return pass.loss(loss, targets);
    }
  }

  /** The mean of m is 1; of 40 000 the standard error is √(p / (1 - p)) / 200. */
  @Test
  void whatIsSentOnHasTheActivationAsItsMean() {
    for (double rate : new double[] {0.1, 0.5, 0.9}) {
      DenseMatrix ones = new DenseMatrix(4, 10_000);
      Arrays.fill(ones.values(), 1);
      DropoutMask mask = new DropoutMask(4, 10_000, rate, RandomAlgorithm.NUMPY.start(2));
      mask.draw();
      mask.setSignal(ones);

      double mean = Arrays.stream(mask.signal().values()).average().orElseThrow();
      assertThat(mean).isCloseTo(1, within(4 * Math.sqrt(rate / (1 - rate)) / 200));
      assertThat(mask.signal().values()).containsOnly(0, 1 / (1 - rate));
    }
  }

  @Test
  void allKernelsGiveTheSameBits() {
    Kernels vectors = FastKernels.vectors().orElse(SCALAR);
    Dropout dropout = new Dropout(List.of(0.5, 0.2));
    for (int samples : new int[] {1, 7, 33}) {
      assertThat(bits(dropout, samples, vectors)).isEqualTo(bits(dropout, samples, SCALAR));
    }
  }

  private static List<Double> bits(Dropout dropout, int samples, Kernels kernels) {
    Network network = network(List.of(3, 9, 17, 2), new Activation.Tanh());
    Random random = new Random(samples);
    DenseMatrix inputs = random(3, samples, random);
    DenseMatrix targets = random(2, samples, random);
    RandomStream stream = RandomAlgorithm.PYTHON.start(4);
    Backpropagation pass = pass(network, samples, kernels).with(dropout, stream);
    List<Double> all = new ArrayList<>();
    for (int update = 0; update < 3; update++) {
      for (double output : pass.forward(inputs).values()) {
        all.add(output);
      }
      pass.backward(
          OutputError.of(new Loss.MeanSquaredError(Reduction.SUM, false)),
          targets,
          (layer, weights, biases) -> {
            layer.weights().addMultiple(-0.01, weights, kernels);
            layer.biases().addMultiple(-0.01, biases, kernels);
          });
      all.add(pass.gradientNorm());
    }
    return all;
  }

  @Test
  void everyForwardPassDrawsAnew() {
    Network network = network(List.of(1, 1, 1), IDENTITY);
    set(network, 0, new double[] {3}, new double[] {0});
    set(network, 1, new double[] {1}, new double[] {0.5});
    DenseMatrix one = new DenseMatrix(1, 1);
    one.values()[0] = 1;
    RandomStream stream = ChosenNumbers.of(0.4, 0.5, 0.49999);
    Backpropagation pass = pass(network, 1, SCALAR).with(new Dropout(List.of(0.5)), stream);

    assertThat(pass.forward(one).values()).containsExactly(6.5);
    assertThat(pass.forward(one).values()).containsExactly(0.5);
    assertThat(pass.forward(one).values()).containsExactly(6.5);
  }

  @Test
  void aLayerWithTheRateZeroDrawsNothing() {
    Network network = network(List.of(1, 3, 2, 1), IDENTITY);
    Dropout dropout = new Dropout(List.of(0.0, 0.5));
    ChosenNumbers stream = ChosenNumbers.of(0.1, 0.2);
    Backpropagation pass = pass(network, 1, SCALAR).with(dropout, stream);

    pass.forward(new DenseMatrix(1, 1));
    assertThat(stream.numbers()).isExhausted();
  }

  @Test
  void ratesAreBelowOneAndThoseThatAreAllZeroAreNone() {
    assertThat(new Dropout(List.of(0.0, 0.0))).isEqualTo(Dropout.NONE);
    for (double rate : new double[] {-0.1, 1, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Dropout(List.of(rate)));
    }
  }

  private static Backpropagation pass(Network network, int samples, Kernels kernels) {
    return new Backpropagation(network, Deviations.NONE, samples, kernels);
  }

  private static Network network(List<Integer> shape, Activation hidden) {
    Random random = new Random(1);
    List<Parameters.Layer> layers = new ArrayList<>();
    List<Activation> activations = new ArrayList<>();
    for (int layer = 1; layer < shape.size(); layer++) {
      int units = shape.get(layer);
      layers.add(
          new Parameters.Layer(
              random(shape.get(layer - 1), units, random), random(1, units, random)));
      activations.add(layer < shape.size() - 1 ? hidden : IDENTITY);
    }
    return new Network(activations, BiasMode.ON, new Parameters(layers));
  }

  private static DenseMatrix random(int rows, int columns, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = random.nextGaussian();
    }
    return matrix;
  }

  private static void set(Network network, int layer, double[] weights, double[] biases) {
    System.arraycopy(weights, 0, network.layers().get(layer).weights().values(), 0, weights.length);
    System.arraycopy(biases, 0, network.layers().get(layer).biases().values(), 0, biases.length);
  }
}
