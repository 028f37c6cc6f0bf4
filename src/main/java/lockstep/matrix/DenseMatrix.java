package lockstep.matrix;

import org.apache.commons.math3.exception.DimensionMismatchException;
import org.apache.commons.math3.linear.AbstractRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A matrix in one contiguous array, with products that write into an existing target.
 *
 * <p>It is a Commons Math {@link RealMatrix} and can be used wherever one is expected. Training
 * uses only the {@code setTo...} methods, which allocate nothing. Each of their results is
 * accumulated in one stated order, in a stated {@link Arithmetic}, so that its bits do not depend
 * on the JDK, the platform, the compiler or the {@link Kernels}.
 *
 * <p>During training the samples run along a row: activations are {@code units x samples}. So every
 * inner loop is long and contiguous even in a layer of one unit.
 */
public final class DenseMatrix extends AbstractRealMatrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  /**
   * A matrix of zeros.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @throws org.apache.commons.math3.exception.NotStrictlyPositiveException if one is smaller
   */
  public DenseMatrix(int rows, int columns) {
    super(rows, columns);
    this.rows = rows;
    this.columns = columns;
    this.values = new double[Math.multiplyExact(rows, columns)];
  }

  /** A copy of any matrix. */
  public static DenseMatrix copyOf(RealMatrix source) {
    DenseMatrix copy = new DenseMatrix(source.getRowDimension(), source.getColumnDimension());
    copy.setTo(source);
    return copy;
  }

  /** A transposed copy of any matrix: n x m becomes m x n. */
  public static DenseMatrix transposeOf(RealMatrix source) {
    DenseMatrix copy = new DenseMatrix(source.getColumnDimension(), source.getRowDimension());
    for (int row = 0; row < copy.rows; row++) {
      for (int column = 0; column < copy.columns; column++) {
        copy.values[row * copy.columns + column] = source.getEntry(column, row);
      }
    }
    return copy;
  }

  /** The live storage, row by row: element (r, c) is at {@code r * columns + c}. */
  public double[] values() {
    return values;
  }

  /**
   * Copies another matrix into this one.
   *
   * @param source of the same shape
   */
  public void setTo(RealMatrix source) {
    MatrixUtils.checkAdditionCompatible(this, source);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = source.getEntry(row, column);
      }
    }
  }

  /**
   * Z = Wᵀ X + b: the weighted sums of a layer. Each element starts with its bias, then adds weight
   * times input in the order of the inputs.
   *
   * @param weights W, in x out
   * @param inputs X, in x n
   * @param biases b, 1 x out; added to every column
   * @param kernels how to compute it
   */
  public void setToWeightedSums(
      DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases, Kernels kernels) {
    check(weights.columns, inputs.columns, weights.rows, inputs.rows);
    kernels.weightedSums(this, weights, inputs, biases);
  }

  /**
   * A = max(0, Wᵀ X + b): the outputs of a rectified layer, which are the weighted sums where they
   * are above 0.
   *
   * @param weights W, in x out
   * @param inputs X, in x n
   * @param biases b, 1 x out; added to every column
   * @param kernels how to compute it
   */
  public void setToRectifiedSums(
      DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases, Kernels kernels) {
    check(weights.columns, inputs.columns, weights.rows, inputs.rows);
    kernels.rectifiedSums(this, weights, inputs, biases);
  }

  /**
   * E = W D, each element times 1 where the gate is above 0, else times 0: an error carried back
   * through a layer's weights to rectified units.
   *
   * @param weights W, in x out
   * @param errors D, out x n
   * @param gates the outputs of the rectified units, in x n
   * @param kernels how to compute it
   */
  public void setToGatedProduct(
      DenseMatrix weights, DenseMatrix errors, DenseMatrix gates, Kernels kernels) {
    check(weights.rows, errors.columns, weights.columns, errors.rows);
    check(gates.rows, gates.columns, 0, 0);
    kernels.gatedProduct(this, weights, errors, gates);
  }

  /**
   * E = W D: an error carried back through a layer's weights. Each element starts with 0, then adds
   * weight times error in the order of the layer's units.
   *
   * @param weights W, in x out
   * @param errors D, out x n
   * @param kernels how to compute it
   */
  public void setToProduct(DenseMatrix weights, DenseMatrix errors, Kernels kernels) {
    check(weights.rows, errors.columns, weights.columns, errors.rows);
    kernels.product(this, weights, errors);
  }

  /**
   * G = X Dᵀ: the gradient of a layer's weights. Each element is a sum over the samples in the
   * order of {@link LaneSum}.
   *
   * @param inputs X, in x n
   * @param errors D, out x n
   * @param kernels how to compute it
   */
  public void setToOuterProduct(DenseMatrix inputs, DenseMatrix errors, Kernels kernels) {
    check(inputs.rows, errors.rows, inputs.columns, errors.columns);
    kernels.outerProduct(this, inputs, errors);
  }

  /**
   * b = the sums of the rows of D, in the order of {@link LaneSum}: the gradient of a layer's
   * biases. This matrix is 1 x out.
   *
   * @param errors D, out x n
   * @param kernels how to compute it
   */
  public void setToRowSums(DenseMatrix errors, Kernels kernels) {
    check(1, errors.rows, 0, 0);
    kernels.rowSums(this, errors);
  }

  /**
   * Adds a multiple of a matrix: this += factor · other, element by element.
   *
   * @param factor the factor
   * @param other of the same shape
   * @param kernels how to compute it
   */
  public void addMultiple(double factor, DenseMatrix other, Kernels kernels) {
    check(other.rows, other.columns, 0, 0);
    kernels.addMultiple(this, factor, other);
  }

  private void check(int expectedRows, int expectedColumns, int inner, int otherInner) {
    if (rows != expectedRows) {
      throw new DimensionMismatchException(rows, expectedRows);
    }
    if (columns != expectedColumns) {
      throw new DimensionMismatchException(columns, expectedColumns);
    }
    if (inner != otherInner) {
      throw new DimensionMismatchException(inner, otherInner);
    }
  }

  @Override
  public int getRowDimension() {
    return rows;
  }

  @Override
  public int getColumnDimension() {
    return columns;
  }

  @Override
  public double getEntry(int row, int column) {
    MatrixUtils.checkMatrixIndex(this, row, column);
    return values[row * columns + column];
  }

  @Override
  public void setEntry(int row, int column, double value) {
    MatrixUtils.checkMatrixIndex(this, row, column);
    values[row * columns + column] = value;
  }

  @Override
  public RealMatrix createMatrix(int rowDimension, int columnDimension) {
    return new DenseMatrix(rowDimension, columnDimension);
  }

  @Override
  public RealMatrix copy() {
    return copyOf(this);
  }
}
