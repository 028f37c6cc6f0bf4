package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partial sums of rows, which vector kernels add four rows at a time. */
class RowSumsTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8, 11})
  void vectorsAddRowsOfAnyLengthWithTheBitsOfTheLoops(int rows) {
    Kernels loops = ScalarKernels.of(Arithmetic.FUSED);
    Kernels vectors = FastKernels.vectors().orElse(loops);
    for (int columns = 1; columns <= 41; columns++) {
      double[] start = numbers(rows * LaneSum.LANES);
      DenseMatrix source = new DenseMatrix(rows, columns);
      System.arraycopy(numbers(rows * columns), 0, source.values(), 0, rows * columns);
      double[] expected = start.clone();
      double[] actual = start.clone();

      loops.addRows(expected, source);
      vectors.addRows(actual, source);

      assertThat(actual).as("%d columns", columns).isEqualTo(expected);
    }
  }

  @Test
  void aRowOfElevenAddsItsLastThreeToTheFirstLanes() {
    DenseMatrix source = new DenseMatrix(4, 11);
    for (int i = 0; i < 44; i++) {
      source.values()[i] = i % 11 + 1;
    }
    double[] lanes = new double[4 * LaneSum.LANES];

    FastKernels.vectors().orElse(ScalarKernels.of(Arithmetic.FUSED)).addRows(lanes, source);

    assertThat(lanes).startsWith(10, 12, 14, 4, 5, 6, 7, 8).endsWith(10, 12, 14, 4, 5, 6, 7, 8);
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }
}
