package lockstep.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.config.binding.Bytes;
import lockstep.data.DataShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTest {

  @Test
  void dataNeedEightBytesANumber() {
    // (1000 samples + 2 classes) x (2 inputs + 1 target + 1 encoded target) x 8 bytes,
    // and 1000 x (2 inputs + 1 encoded target) x 8 bytes for each copy, of which training makes two
    assertThat(MemoryEstimate.data(new DataShape(1000, 2, 1, 2), 1, 0)).isEqualTo(32_064 + 48_000);
    assertThat(MemoryEstimate.data(new DataShape(1000, 2, 1, 2), 1, 2)).isEqualTo(32_064 + 96_000);
  }

  @Test
  void networksNeedParametersAndActivationsSeveralTimes() {
    // parameters 3 x 4 + 5 x 1 = 17, six times; units 4 + 1 = 5 of 10 samples, four times
    assertThat(MemoryEstimate.parameters(List.of(2, 4, 1), 0)).isEqualTo(8 * 6 * 17);
    assertThat(MemoryEstimate.parameters(List.of(2, 4, 1), 3)).isEqualTo(8 * 9 * 17);
    assertThat(MemoryEstimate.activations(List.of(2, 4, 1), 10)).isEqualTo(8 * 4 * 50);
  }

  @Test
  void batchesNeedTheirInputsTwiceAndBuffersOfEachLayer() {
    // 10 samples of 2 inputs, twice, and of 4 + 1 units, three times
    assertThat(MemoryEstimate.batches(List.of(2, 4, 1), 10)).isEqualTo(8 * (2 * 20 + 3 * 50));
  }

  @Test
  void historiesNeedARowForEachEpochAndTheUntrainedNetwork() {
    // a row: 2 numbers of 8 bytes, 16 + 8 bytes around them, and 3 numbers of 75 bytes as text
    assertThat(MemoryEstimate.history(9, 2)).isEqualTo(10 * (2 * 8 + 24 + 3 * 75));
  }

  @ParameterizedTest
  @CsvSource({"999, 999 bytes", "1001, 2 KB", "2.5e9, 3 GB", "9e18, 9000 PB"})
  void bytesAreShownInTheLargestUnitRoundedUp(double bytes, String shown) {
    assertThat(Bytes.show(bytes)).isEqualTo(shown);
  }
}
