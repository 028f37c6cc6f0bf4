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

/** Networks too wide for blocks in the first caches pass in larger ones. */
class WideBlockTest {
  private static final int[] UNITS = {17, 23, 31, 1};

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 61, 130, 512, 513, 1029, 1600})
  void theGradientOfAllBlocksHasTheBitsOfTheTextbooksPass(int samples) {
    Random random = new Random(samples);
    Network network = network(random);
    DenseMatrix inputs = normal(UNITS[0], samples, random);
    DenseMatrix targets = new DenseMatrix(1, samples);
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52);
    OutputError error = OutputError.of(loss);
    Kernels scalar = ScalarKernels.of(Arithmetic.FUSED);
    Backpropagation textbook = new Backpropagation(network, Deviations.NONE, samples, scalar);
    textbook.forward(inputs);
    textbook.backward(error, targets, (layer, weights, biases) -> {});
    for (Kernels kernels : List.of(scalar, FastKernels.vectors().orElse(scalar))) {
      BlockedPass block =
          new BlockedPass(
              new BlockedPass.Purpose(network, Deviations.NONE, loss, error),
              inputs,
              targets,
              kernels);
      block.run();
      block.run();
      assertThat(block.loss()).isEqualTo(textbook.loss(loss, targets));
      assertThat(block.outputs().values()).isEqualTo(textbook.activations(2).values());
      for (int layer = 0; layer < 3; layer++) {
        assertThat(block.gradient().layers().get(layer).weights().getData())
            .isDeepEqualTo(textbook.gradient().layers().get(layer).weights().getData());
        assertThat(block.gradient().layers().get(layer).biases().getData())
            .isDeepEqualTo(textbook.gradient().layers().get(layer).biases().getData());
      }
    }
  }

  private static Network network(Random random) {
    List<Parameters.Layer> layers = new ArrayList<>();
    for (int layer = 1; layer < UNITS.length; layer++) {
      layers.add(
          new Parameters.Layer(
              normal(UNITS[layer - 1], UNITS[layer], random), normal(1, UNITS[layer], random)));
    }
    List<Activation> activations =
        List.of(new Activation.Relu(), new Activation.Tanh(), new Activation.Sigmoid());
    return new Network(activations, BiasMode.ON, new Parameters(layers));
  }

  private static DenseMatrix normal(int rows, int columns, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = 0.3 * random.nextGaussian();
    }
    return matrix;
  }
}
