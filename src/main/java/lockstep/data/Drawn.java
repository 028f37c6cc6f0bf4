package lockstep.data;

import lockstep.random.RandomStream;

/** Tables of random numbers, drawn row by row. */
final class Drawn {
  private Drawn() {}

  /** Standard normal numbers. */
  static double[][] normal(int rows, int columns, RandomStream stream) {
    double[][] table = new double[rows][columns];
    for (double[] row : table) {
      for (int column = 0; column < columns; column++) {
        row[column] = stream.normal();
      }
    }
    return table;
  }

  /** Uniform numbers in [0, 1). */
  static double[][] uniform(int rows, int columns, RandomStream stream) {
    double[][] table = new double[rows][columns];
    for (double[] row : table) {
      for (int column = 0; column < columns; column++) {
        row[column] = stream.uniform();
      }
    }
    return table;
  }

  /** Standard normal numbers. */
  static double[] normal(int count, RandomStream stream) {
    return normal(1, count, stream)[0];
  }

  /** Uniform numbers in [0, 1). */
  static double[] uniform(int count, RandomStream stream) {
    return uniform(1, count, stream)[0];
  }
}
