package lockstep.data;

/**
 * Orthonormal columns that span those of a matrix: Q of the decomposition A = QR, with the signs
 * that LAPACK gives it.
 *
 * <p>Column j is reduced by the reflection I - τvvᵀ that turns its part from row j on into (β, 0,
 * ..., 0), with β of the opposite sign of the first number; Q is the product of the reflections. A
 * column of one number is left as it is. All sums run from top to bottom.
 *
 * <p>Source: E. Anderson et al., "LAPACK Users' Guide", 3rd edition, SIAM, 1999, routines {@code
 * dgeqrf}, {@code dlarfg} and {@code dorgqr}.
 */
final class Orthonormal {
  private Orthonormal() {}

  /**
   * The columns.
   *
   * @param matrix m x n with m at least n; overwritten
   * @return Q, m x n
   */
  static double[][] of(double[][] matrix) {
    int columns = matrix[0].length;
    double[] factors = new double[columns];
    for (int column = 0; column < columns; column++) {
      factors[column] = reflect(matrix, column);
      for (int other = column + 1; other < columns; other++) {
        apply(matrix, column, factors[column], matrix, other);
      }
    }
    double[][] result = new double[matrix.length][columns];
    for (int column = columns - 1; column >= 0; column--) {
      result[column][column] = 1;
      for (int other = column; other < columns; other++) {
        apply(matrix, column, factors[column], result, other);
      }
    }
    return result;
  }

  /** Stores v, whose first number is 1 and not stored, below the diagonal, and returns τ. */
  private static double reflect(double[][] matrix, int column) {
    double squares = 0;
    for (int row = column + 1; row < matrix.length; row++) {
      squares += matrix[row][column] * matrix[row][column];
    }
    if (squares == 0) {
      return 0;
    }
    double first = matrix[column][column];
    double beta = -Math.copySign(Math.sqrt(first * first + squares), first);
    for (int row = column + 1; row < matrix.length; row++) {
      matrix[row][column] /= first - beta;
    }
    return (beta - first) / beta;
  }

  private static void apply(
      double[][] vectors, int column, double factor, double[][] target, int other) {
    double product = target[column][other];
    for (int row = column + 1; row < vectors.length; row++) {
      product += vectors[row][column] * target[row][other];
    }
    product *= factor;
    target[column][other] -= product;
    for (int row = column + 1; row < vectors.length; row++) {
      target[row][other] -= product * vectors[row][column];
    }
  }
}
