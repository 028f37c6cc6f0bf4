package lockstep.matrix.simd;

import lockstep.matrix.DenseMatrix;

/**
 * The left side of a product: weights as they are or transposed, and what each row starts from. One
 * object serves all products of its owner.
 */
final class Factors {
  private static final double[] NONE = {};

  private double[] values = NONE;
  private double[] starts = NONE;
  private boolean started;
  private int count;
  private int rowStep;
  private int step;

  /** The rows of the weights, from 0. */
  void setTo(DenseMatrix weights) {
    values = weights.values();
    started = false;
    count = weights.getColumnDimension();
    rowStep = count;
    step = 1;
  }

  /** The columns of the weights, each from its bias. */
  void setToTransposed(DenseMatrix weights, DenseMatrix biases) {
    values = weights.values();
    starts = biases.values();
    started = true;
    count = weights.getRowDimension();
    rowStep = 1;
    step = weights.getColumnDimension();
  }

  /** Where factor k of row r is: at {@code at(r) + k * step()}. */
  double[] values() {
    return values;
  }

  int at(int row) {
    return row * rowStep;
  }

  int step() {
    return step;
  }

  /** Whether the factors of one k stand together. */
  boolean areTogether() {
    return rowStep == 1;
  }

  /** The number of factors in a row. */
  int count() {
    return count;
  }

  /** What the sum of a row starts with. */
  double start(int row) {
    return started ? starts[row] : 0;
  }
}
