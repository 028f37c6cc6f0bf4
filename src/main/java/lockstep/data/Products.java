package lockstep.data;

/** Products of small tables, each sum from left to right. */
final class Products {
  private Products() {}

  /**
   * The product of two tables.
   *
   * @param left n x m
   * @param right m x k; further columns of the left table are ignored
   * @return n x k
   */
  static double[][] of(double[][] left, double[][] right) {
    int columns = right.length == 0 ? 0 : right[0].length;
    double[][] product = new double[left.length][columns];
    for (int row = 0; row < left.length; row++) {
      for (int column = 0; column < columns; column++) {
        product[row][column] = element(left[row], right, column);
      }
    }
    return product;
  }

  private static double element(double[] row, double[][] right, int column) {
    double sum = 0;
    for (int inner = 0; inner < right.length; inner++) {
      sum += row[inner] * right[inner][column];
    }
    return sum;
  }
}
