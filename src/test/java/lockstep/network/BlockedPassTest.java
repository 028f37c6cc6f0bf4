package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.FastKernels;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pass by blocks against the textbook's: every bit of outputs, loss, gradient and update. */
class BlockedPassTest {
  private static final LayerUpdate DESCENT =
      (layer, weightGradient, biasGradient) -> {
        Kernels kernels = ScalarKernels.of(Arithmetic.FUSED);
        layer.weights().addMultiple(-0.01, weightGradient, kernels);
        layer.biases().addMultiple(-0.01, biasGradient, kernels);
      };

  private static final Loss ENTROPY = new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52);
  private static final Loss SQUARED = new Loss.MeanSquaredError(Reduction.MEAN, true);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 127, 128, 129, 1000, 1003})
  void blocksGiveTheBitsOfTheTextbook(int samples) {
    for (Kernels kernels : kernels()) {
      for (Deviations deviations : deviations()) {
        for (Activation hidden : hidden()) {
          Activation last = new Activation.Sigmoid();
          check(new Case(List.of(2, 4, 3, 1), hidden, last, ENTROPY), deviations, samples, kernels);
          check(new Case(List.of(3, 7, 2), hidden, last, ENTROPY), deviations, samples, kernels);
          Activation line = new Activation.Identity();
          check(new Case(List.of(1, 9, 5, 3), hidden, line, SQUARED), deviations, samples, kernels);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e160, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN})
  void whatOverflowsHasTheSameBitsToo(double input) {
    for (Kernels kernels : kernels()) {
      Case network =
          new Case(List.of(2, 4, 3, 1), new Activation.Relu(), new Activation.Sigmoid(), ENTROPY);
      Passes passes = new Passes(network, Deviations.NONE, 77, kernels);
      passes.inputs.values()[5] = input;
      passes.inputs.values()[80] = -input;
      passes.checkEpochs();
    }
  }

  private static void check(Case network, Deviations deviations, int samples, Kernels kernels) {
    new Passes(network, deviations, samples, kernels).checkEpochs();
  }

  private static List<Kernels> kernels() {
    Kernels fused = ScalarKernels.of(Arithmetic.FUSED);
    return List.of(
        fused, ScalarKernels.of(Arithmetic.SEPARATE), FastKernels.vectors().orElse(fused));
  }

  private static List<Deviations> deviations() {
    return List.of(
        Deviations.NONE,
        new Deviations(
            2,
            Deviations.BiasGradient.MEAN,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS));
  }

  private static List<Activation> hidden() {
    return List.of(
        new Activation.Relu(),
        new Activation.LeakyRelu(0.1),
        new Activation.LeakyRelu(0),
        new Activation.Tanh(),
        new Activation.Sigmoid(),
        new SmoothRectifier.Mish(),
        new BoundedActivation.HardSigmoid(),
        new BoundedActivation.Sin(),
        new Activation.Step());
  }

  /** A network and its loss. */
  private record Case(List<Integer> layers, Activation hidden, Activation last, Loss loss) {
    Network network() {
      Random random = new Random(layers.hashCode());
      List<Parameters.Layer> made = new ArrayList<>();
      List<Activation> activations = new ArrayList<>();
      for (int index = 1; index < layers.size(); index++) {
        int units = layers.get(index);
        made.add(
            new Parameters.Layer(
                normal(layers.get(index - 1), units, random), normal(1, units, random)));
        activations.add(index == layers.size() - 1 ? last : hidden);
      }
      return new Network(activations, BiasMode.ON, new Parameters(made));
    }
  }

  /** Both passes over the same samples, each with a network of its own. */
  private static final class Passes {
    private final Case network;
    private final Deviations deviations;
    private final Kernels kernels;
    private final DenseMatrix inputs;
    private final DenseMatrix targets;

    Passes(Case network, Deviations deviations, int samples, Kernels kernels) {
      Random random = new Random(samples);
      this.network = network;
      this.deviations = deviations;
      this.kernels = kernels;
      this.inputs = normal(network.layers().get(0), samples, random);
      int outputs = network.layers().get(network.layers().size() - 1);
      this.targets = normal(outputs, samples, random);
      if (network.loss() == ENTROPY) {
        for (int i = 0; i < targets.values().length; i++) {
          targets.values()[i] = targets.values()[i] > 0 ? 1 : 0;
        }
      }
    }

    void checkEpochs() {
      Network textbook = network.network();
      Network blocked = network.network();
      OutputError error = OutputError.of(network.loss());
      Backpropagation whole =
          new Backpropagation(textbook, deviations, inputs.getColumnDimension(), kernels);
      assertThat(BlockedPass.pays(blocked, deviations)).isTrue();
      BlockedPass blocks =
          new BlockedPass(
              new BlockedPass.Purpose(blocked, deviations, network.loss(), error),
              inputs,
              targets,
              kernels);
      for (int epoch = 0; epoch < 3; epoch++) {
        DenseMatrix outputs = whole.forward(inputs);
        blocks.run();
        assertBits(blocks.outputs(), outputs);
        assertThat(bits(blocks.loss())).isEqualTo(bits(whole.loss(network.loss(), targets)));
        whole.backward(error, targets, DESCENT);
        blocks.update(DESCENT);
        assertThat(bits(blocks.gradientNorm())).isEqualTo(bits(whole.gradientNorm()));
        assertSame(blocks.gradient(), whole.gradient());
        assertSame(blocked.parameters(), textbook.parameters());
      }
    }

    private static void assertSame(Parameters actual, Parameters expected) {
      for (int layer = 0; layer < expected.layers().size(); layer++) {
        Parameters.Layer one = actual.layers().get(layer);
        Parameters.Layer other = expected.layers().get(layer);
        assertBits(DenseMatrix.copyOf(one.weights()), DenseMatrix.copyOf(other.weights()));
        assertBits(DenseMatrix.copyOf(one.biases()), DenseMatrix.copyOf(other.biases()));
      }
    }

    /** Any NaN is the same number to the language, so its bits are not compared. */
    private static void assertBits(DenseMatrix actual, DenseMatrix expected) {
      for (int i = 0; i < expected.values().length; i++) {
        if (bits(actual.values()[i]) != bits(expected.values()[i])) {
          assertThat(Double.toHexString(actual.values()[i]))
              .as("element %d of %d", i, expected.values().length)
              .isEqualTo(Double.toHexString(expected.values()[i]));
        }
      }
    }
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static DenseMatrix normal(int rows, int columns, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = random.nextGaussian();
    }
    return matrix;
  }
}
