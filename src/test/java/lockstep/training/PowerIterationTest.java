package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerIterationTest {
  private static double largest(double[][] matrix) {
    RealMatrix known = MatrixUtils.createRealMatrix(matrix);
    return new PowerIteration(
            (vector, result) ->
                System.arraycopy(known.operate(vector), 0, result, 0, result.length),
            matrix.length)
        .largestEigenvalue();
  }

  @Test
  void findsTheLargestOfADiagonal() {
    assertThat(largest(new double[][] {{1, 0, 0}, {0, 7, 0}, {0, 0, -3}}))
        .isCloseTo(7, within(1e-9));
  }

  @Test
  void aNegativeOneOfLargerSizeDoesNotHideIt() {
    assertThat(largest(new double[][] {{-9, 0}, {0, 2}})).isCloseTo(2, within(1e-5));
  }

  @Test
  void twoOfTheSameSizeAndOppositeSignsDoNotHideEachOther() {
    assertThat(largest(new double[][] {{0, 3}, {3, 0}})).isCloseTo(3, within(1e-5));
  }

  @Test
  void whereAllAreNegativeItIsTheOneNextToZero() {
    assertThat(largest(new double[][] {{-9, 0}, {0, -2}})).isCloseTo(-2, within(1e-5));
  }

  @Test
  void withoutAnyCurvatureItIsZero() {
    assertThat(largest(new double[3][3])).isZero();
    assertThat(largest(new double[][] {{-4, 0}, {0, 0}})).isZero();
  }

  @Test
  void ofARotationNothingIsTold() {
    assertThat(largest(new double[][] {{1, -2}, {2, 1}})).isNaN();
  }

  @Test
  void ofWhatIsNotFiniteNothingIsTold() {
    assertThat(largest(new double[][] {{1, Double.NaN}, {0, 1}})).isNaN();
    assertThat(largest(new double[][] {{Double.POSITIVE_INFINITY, 0}, {0, 1}})).isNaN();
    assertThat(largest(new double[][] {{1e300, 0}, {0, 1}})).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithADecompositionOfSymmetricMatrices(int seed) {
    double[][] matrix = new double[12][12];
    Random random = new Random(seed);
    for (int row = 0; row < 12; row++) {
      for (int column = 0; column <= row; column++) {
        matrix[row][column] = random.nextGaussian();
        matrix[column][row] = matrix[row][column];
      }
    }
    assertAgreement(matrix);
  }

  /** A product of a positive diagonal and a symmetric matrix: not symmetric, all values real. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithADecompositionOfScaledMatrices(int seed) {
    double[][] matrix = new double[10][10];
    Random random = new Random(seed);
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column <= row; column++) {
        matrix[row][column] = random.nextGaussian();
        matrix[column][row] = matrix[row][column];
      }
    }
    for (int row = 0; row < 10; row += 3) {
      int scaled = row;
      Arrays.setAll(matrix[row], column -> matrix[scaled][column] / 1000);
    }
    assertAgreement(matrix);
  }

  private static void assertAgreement(double[][] matrix) {
    EigenDecomposition known = new EigenDecomposition(MatrixUtils.createRealMatrix(matrix));
    double expected = Arrays.stream(known.getRealEigenvalues()).max().orElseThrow();
    assertThat(largest(matrix)).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
  }

  @Test
  void theSameMatrixGivesTheSameBits() {
    double[][] matrix = {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}};
    assertThat(largest(matrix)).isEqualTo(largest(matrix));
    assertThat(largest(matrix)).isCloseTo(2 + Math.sqrt(2), within(1e-9));
  }
}
