package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over blocks of samples have the bits of one product over all samples. */
class OuterProductSumTest {
  private static final int[][] BLOCKS = {
    {8}, {1}, {8, 1}, {16, 8, 24, 7}, {160, 8, 3}, {1600, 40, 8, 5}
  };

  @ParameterizedTest
  @CsvSource({
    "1, 1", "2, 3", "5, 8", "11, 12", "12, 12", "12, 11", "13, 17", "16, 16", "17, 9", "70, 24",
    "61, 129"
  })
  void blocksOfAnySizesGiveTheBitsOfTheWhole(int inputs, int units) {
    for (Kernels kernels : kernels()) {
      OuterProductSum sum = kernels.outerProductSum(inputs, units);
      for (int[] sizes : BLOCKS) {
        int samples = Arrays.stream(sizes).sum();
        DenseMatrix x = random(inputs, samples, samples);
        DenseMatrix d = random(units, samples, samples + 1);
        DenseMatrix expected = new DenseMatrix(inputs, units);
        expected.setToOuterProduct(x, d, kernels);

        sum.clear();
        addBlocks(sum, x, d, sizes);
        DenseMatrix actual = new DenseMatrix(inputs, units);
        sum.writeTo(actual);

        KernelsTest.assertBits(actual.values(), expected.values());
      }
    }
  }

  @Test
  void theSumOverNoBlocksIsZero() {
    for (Kernels kernels : kernels()) {
      for (int units : new int[] {3, 20}) {
        OuterProductSum sum = kernels.outerProductSum(20, units);
        sum.add(random(20, 8, 1), random(units, 8, 2));
        DenseMatrix target = random(20, units, 3);

        sum.clear();
        sum.writeTo(target);

        assertThat(target.values()).containsOnly(0);
      }
    }
  }

  private static void addBlocks(OuterProductSum sum, DenseMatrix x, DenseMatrix d, int[] sizes) {
    int from = 0;
    for (int size : sizes) {
      sum.add(columns(x, from, size), columns(d, from, size));
      from += size;
    }
  }

  private static List<Kernels> kernels() {
    Kernels fused = ScalarKernels.of(Arithmetic.FUSED);
    return List.of(
        fused, ScalarKernels.of(Arithmetic.SEPARATE), FastKernels.vectors().orElse(fused));
  }

  private static DenseMatrix random(int rows, int columns, int seed) {
    return DenseMatrixTest.random(rows, columns, new Random(seed));
  }

  private static DenseMatrix columns(DenseMatrix source, int from, int count) {
    DenseMatrix part = new DenseMatrix(source.getRowDimension(), count);
    for (int row = 0; row < source.getRowDimension(); row++) {
      for (int column = 0; column < count; column++) {
        part.setEntry(row, column, source.getEntry(row, from + column));
      }
    }
    return part;
  }
}
