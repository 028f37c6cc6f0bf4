package lockstep.matrix;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of rows against their definition: every bit, in both arithmetics. */
class RowCombinationTest {

  @ParameterizedTest
  @EnumSource
  void eachSumIsAddedUpInTheOrderOfTheRows(Arithmetic arithmetic) {
    RowCombination combination = RowCombination.of(arithmetic);
    for (int count = 1; count <= 13; count++) {
      for (int width : new int[] {1, 2, 7, 64, 129}) {
        check(combination, arithmetic, new double[count][width]);
      }
    }
  }

  private static void check(RowCombination combination, Arithmetic arithmetic, double[][] rows) {
    Random random = new Random(rows.length);
    double[] factors = random.doubles(2 * rows.length + 1).toArray();
    int width = rows[0].length;
    combination.prepare(rows.length, width);
    double[] expected = new double[width];
    Arrays.fill(expected, 0.3);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < width; i++) {
        double value = random.nextGaussian();
        combination.row(row)[i] = value;
        expected[i] = sum(arithmetic, factors[1 + 2 * row], value, expected[i]);
      }
    }
    combination.combine(0.3, factors, 1, 2);
    KernelsTest.assertBits(combination.sums(), expected);
  }

  @ParameterizedTest
  @EnumSource
  void largeGradientsHaveTheSumsOfSmallOnes(Arithmetic arithmetic) {
    Kernels kernels = ScalarKernels.of(arithmetic);
    for (int samples : new int[] {16, 37, 1000}) {
      Random random = new Random(samples);
      DenseMatrix inputs = DenseMatrixTest.random(17, samples, random);
      DenseMatrix errors = DenseMatrixTest.random(100, samples, random);
      DenseMatrix large = new DenseMatrix(17, 100);
      large.setToOuterProduct(inputs, errors, kernels);
      for (int unit = 0; unit < 100; unit++) {
        DenseMatrix small = new DenseMatrix(17, 1);
        small.setToOuterProduct(inputs, row(errors, unit), kernels);
        KernelsTest.assertBits(large.getColumn(unit), small.values());
      }
    }
  }

  private static DenseMatrix row(DenseMatrix matrix, int row) {
    return DenseMatrix.copyOf(matrix.getRowMatrix(row));
  }

  private static double sum(Arithmetic arithmetic, double a, double b, double c) {
    return arithmetic == Arithmetic.FUSED ? Math.fma(a, b, c) : c + a * b;
  }
}
