package lockstep.data;

/** Rows and columns in another order. */
final class Reordering {
  private Reordering() {}

  /**
   * The rows themselves in another order.
   *
   * @param order which one comes first, second, ...
   */
  static double[][] rows(double[][] rows, int[] order) {
    double[][] reordered = new double[order.length][];
    for (int row = 0; row < order.length; row++) {
      reordered[row] = rows[order[row]];
    }
    return reordered;
  }

  /**
   * Copies of the rows with their columns in another order.
   *
   * @param order which one comes first, second, ...
   */
  static double[][] columns(double[][] rows, int[] order) {
    double[][] reordered = new double[rows.length][order.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < order.length; column++) {
        reordered[row][column] = rows[row][order[column]];
      }
    }
    return reordered;
  }
}
