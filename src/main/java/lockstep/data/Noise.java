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
}
