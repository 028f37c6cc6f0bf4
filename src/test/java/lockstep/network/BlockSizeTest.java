package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many samples pass all layers together. */
class BlockSizeTest {

  @ParameterizedTest
  @CsvSource({
    "4, 1000, 336", // 60,000 bytes hold 340 samples of 22 numbers
    "64, 1000, 504", // as many as wide layers have at least
    "64, 16000, 504",
    "512, 4000, 1000", // 263,680 weights have 8 lanes; a sample has 2,054 numbers
    "512, 40000, 1000",
  })
  void blocksAreAsLargeAsTheCachesOrTheLanesOfTheGradient(int units, int samples, int size) {
    assertThat(BlockSize.of(network(2, units, units, 1), samples)).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 335, 336})
  void whatFitsIntoABlockIsOne(int samples) {
    assertThat(BlockSize.of(network(2, 4, 4, 1), samples)).isEqualTo(samples);
  }

  @Test
  void everyBlockButTheLastIsAMultipleOfEight() {
    for (int samples = 1; samples < 3000; samples++) {
      int size = BlockSize.of(network(2, 20, 20, 1), samples);
      assertThat(size == samples || size % 8 == 0 && size < samples).isTrue();
    }
  }

  private static Network network(int... units) {
    List<Parameters.Layer> layers = new ArrayList<>();
    List<Activation> activations = new ArrayList<>();
    for (int layer = 1; layer < units.length; layer++) {
      layers.add(
          new Parameters.Layer(
              new DenseMatrix(units[layer - 1], units[layer]), new DenseMatrix(1, units[layer])));
      activations.add(new Activation.Relu());
    }
    return new Network(activations, BiasMode.ON, new Parameters(layers));
  }
}
