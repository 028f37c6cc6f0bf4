package lockstep.benchmark;

import java.util.Random;
import lockstep.matrix.DenseMatrix;

/** Random operands, the same in every run. */
final class Numbers {
  private final Random random = new Random(1);

  /** Normally distributed numbers. */
  DenseMatrix normal(int rows, int columns, double scale) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    double[] values = matrix.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return matrix;
  }

  /** Labels 0 and 1. */
  DenseMatrix labels(int rows) {
    DenseMatrix matrix = new DenseMatrix(rows, 1);
    for (int i = 0; i < rows; i++) {
      matrix.values()[i] = random.nextInt(2);
    }
    return matrix;
  }
}
