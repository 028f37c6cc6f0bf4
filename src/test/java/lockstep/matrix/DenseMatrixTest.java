package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.commons.math3.exception.DimensionMismatchException;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseMatrixTest {
  private static final Kernels SEPARATE = ScalarKernels.of(Arithmetic.SEPARATE);

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 4, 7", "3, 1, 8", "5, 3, 9", "8, 16, 64", "13, 17, 1000"})
  void productsAgreeWithCommonsMath(int in, int out, int samples) {
    Random random = new Random(in * 1000 + out);
    DenseMatrix weights = random(in, out, random);
    DenseMatrix biases = random(1, out, random);
    DenseMatrix inputs = random(in, samples, random);
    DenseMatrix errors = random(out, samples, random);

    DenseMatrix sums = new DenseMatrix(out, samples);
    sums.setToWeightedSums(weights, inputs, biases, SEPARATE);
    RealMatrix ones = MatrixUtils.createRealMatrix(1, samples).scalarAdd(1);
    assertClose(
        sums,
        plain(weights)
            .transpose()
            .multiply(plain(inputs))
            .add(plain(biases).transpose().multiply(ones)));

    DenseMatrix carried = new DenseMatrix(in, samples);
    carried.setToProduct(weights, errors, SEPARATE);
    assertClose(carried, plain(weights).multiply(plain(errors)));

    DenseMatrix gradient = new DenseMatrix(in, out);
    gradient.setToOuterProduct(inputs, errors, SEPARATE);
    assertClose(gradient, plain(inputs).multiply(plain(errors).transpose()));

    DenseMatrix rowSums = new DenseMatrix(1, out);
    rowSums.setToRowSums(errors, SEPARATE);
    assertClose(rowSums, plain(errors).multiply(ones.transpose()).transpose());
  }

  @Test
  void aWeightedSumStartsWithTheBiasAndAddsInTheOrderOfTheInputs() {
    DenseMatrix weights = DenseMatrix.copyOf(column(0x1p-53, 0x1p-53));
    DenseMatrix ones = DenseMatrix.copyOf(column(1, 1));
    DenseMatrix bias = DenseMatrix.copyOf(column(1));
    DenseMatrix sum = new DenseMatrix(1, 1);
    sum.setToWeightedSums(weights, ones, bias, SEPARATE);
    assertThat(sum.getEntry(0, 0)).as("each half unit is rounded away").isEqualTo(1.0);
  }

  @Test
  void productsRoundBeforeTheyAreAdded() {
    double third = 1.0 / 3;
    DenseMatrix sum = new DenseMatrix(1, 1);
    sum.setToWeightedSums(
        DenseMatrix.copyOf(column(third)),
        DenseMatrix.copyOf(column(third)),
        DenseMatrix.copyOf(column(-third * third)),
        SEPARATE);
    assertThat(sum.getEntry(0, 0)).as("a fused multiply-add would leave a rest").isZero();
  }

  @Test
  void aTransposedCopyHasRowsAndColumnsExchanged() {
    DenseMatrix matrix = random(3, 5, new Random(1));
    DenseMatrix transposed = DenseMatrix.transposeOf(matrix);
    assertThat(transposed.getRowDimension()).isEqualTo(5);
    assertThat(transposed.getEntry(4, 2)).isEqualTo(matrix.getEntry(2, 4));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    DenseMatrix target = new DenseMatrix(2, 2);
    assertThatThrownBy(
            () -> target.setToProduct(new DenseMatrix(3, 2), new DenseMatrix(2, 2), SEPARATE))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(
            () -> target.setToProduct(new DenseMatrix(2, 3), new DenseMatrix(2, 2), SEPARATE))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(
            () -> target.setToProduct(new DenseMatrix(2, 3), new DenseMatrix(3, 1), SEPARATE))
        .isInstanceOf(DimensionMismatchException.class);
  }

  static DenseMatrix random(int rows, int columns, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.values()[i] = random.nextGaussian();
    }
    return matrix;
  }

  private static RealMatrix plain(RealMatrix matrix) {
    return MatrixUtils.createRealMatrix(matrix.getData());
  }

  private static RealMatrix column(double... values) {
    return MatrixUtils.createColumnRealMatrix(values);
  }

  private static void assertClose(RealMatrix actual, RealMatrix expected) {
    assertThat(actual.subtract(expected).getNorm()).isLessThan(1e-11);
  }
}
