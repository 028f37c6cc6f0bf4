package lockstep.matrix.simd;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.matrix.DenseMatrix;
import org.junit.jupiter.api.Test;

/** Where samples are copied to. */
class LanePanelsTest {

  /** 1,544 samples are lanes of 193 in two blocks, 1,536 are lanes of 192 in one. */
  @Test
  void blocksThatAreDividedDifferentlyShareTheirRoom() {
    LanePanels panels = new LanePanels(PackedTile.ROWS);
    DenseMatrix first = new DenseMatrix(10, 1544);
    DenseMatrix second = new DenseMatrix(10, 1536);
    panels.pack(first, 0, 10);
    panels.pack(second, 0, 10);
    double[] array = panels.array(0, 0, 0);

    panels.pack(first, 0, 10);
    panels.pack(second, 0, 10);

    assertThat(panels.array(0, 0, 0)).isSameAs(array);
  }

  @Test
  void everySampleIsInItsLane() {
    DenseMatrix source = new DenseMatrix(7, 19);
    for (int i = 0; i < source.values().length; i++) {
      source.values()[i] = i;
    }
    LanePanels panels = new LanePanels(PackedTile.ROWS);

    panels.pack(source, 0, 7);

    for (int row = 0; row < 7; row++) {
      for (int sample = 0; sample < 19; sample++) {
        double[] array = panels.array(row / PackedTile.ROWS, sample % 8, 0);
        assertThat(array[sample / 8 * PackedTile.STEP + row % PackedTile.ROWS])
            .isEqualTo(source.getEntry(row, sample));
      }
    }
  }
}
