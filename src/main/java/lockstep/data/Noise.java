package lockstep.data;

import lockstep.random.RandomStream;

/** Normally distributed noise on finished numbers. */
final class Noise {
  private Noise() {}

  /**
   * Adds a draw from N(0, deviation²) to every number, row by row.
   *
   * @param values what to change; modified
   * @param deviation the standard deviation; 0 draws nothing
   * @param stream where the draws come from
   */
  static void add(double[][] values, double deviation, RandomStream stream) {
    if (deviation == 0) {
      return;
    }
    for (double[] row : values) {
      for (int column = 0; column < row.length; column++) {
        row[column] += stream.normal(0, deviation);
      }
    }
  }

  /**
   * Adds a draw from N(0, deviation²) to every number, column by column, as scikit-learn does that
   * draws a table on its side. A deviation of 0 draws too.
   *
   * @param values what to change; modified
   * @param deviation the standard deviation
   * @param stream where the draws come from
   */
  static void addByColumns(double[][] values, double deviation, RandomStream stream) {
    for (int column = 0; column < values[0].length; column++) {
      for (double[] row : values) {
        row[column] += deviation * stream.normal();
      }
    }
  }
}
