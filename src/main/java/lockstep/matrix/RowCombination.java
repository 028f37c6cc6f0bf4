package lockstep.matrix;

import java.util.Arrays;

/**
 * Sums of rows with a factor each: sums = start + f₀ · row₀ + f₁ · row₁ + ..., each element added
 * up in the order of the rows.
 *
 * <p>The rows are copied into arrays of their own. A compiler that sees two places of one array, or
 * of two that might be one, must assume that writing to the first changes the second, and gives up
 * vectors; with the same index everywhere it need not.
 */
abstract sealed class RowCombination {
  private final double[] fourFactors = new double[4];
  private final double[][] fourRows = new double[4][];
  private double[][] rows = new double[0][];
  private double[] sums = new double[0];
  private int count;
  private int width;

  static RowCombination of(Arithmetic arithmetic) {
    return switch (arithmetic) {
      case FUSED -> new Fused();
      case SEPARATE -> new Separate();
    };
  }

  /** Adds factor · row to as many sums as said. */
  abstract void addRow(double[] sums, double factor, double[] row, int width);

  /** Adds four rows with their factors, in order. */
  abstract void addFour(double[] sums, double[] factors, double[][] rows, int width);

  /** Makes room for rows. */
  final void prepare(int rowCount, int rowWidth) {
    count = rowCount;
    width = rowWidth;
    if (rows.length < rowCount || sums.length < rowWidth) {
      rows = new double[Math.max(rows.length, rowCount)][Math.max(sums.length, rowWidth)];
      sums = new double[rows[0].length];
    }
  }

  /** Copies a part of every row of a matrix. */
  final void copyRows(DenseMatrix source, int firstColumn, int columns) {
    prepare(source.getRowDimension(), columns);
    for (int row = 0; row < count; row++) {
      int from = row * source.getColumnDimension() + firstColumn;
      System.arraycopy(source.values(), from, rows[row], 0, columns);
    }
  }

  /** The row, to be filled. */
  final double[] row(int index) {
    return rows[index];
  }

  /** The sums. */
  final double[] sums() {
    return sums;
  }

  /**
   * Adds up all rows.
   *
   * @param start what each sum starts with
   * @param factors where the factors stand
   * @param from the first row's
   * @param stride from one to the next
   */
  final void combine(double start, double[] factors, int from, int stride) {
    Arrays.fill(sums, 0, width, start);
    addRows(factors, from, stride);
  }

  /** Adds all rows with their factors to the sums, which the caller has filled. */
  final void addRows(double[] factors, int from, int stride) {
    int whole = count - count % 4;
    for (int row = 0; row < whole; row += 4) {
      takeFour(row, factors, from + row * stride, stride);
      addFour(sums, fourFactors, fourRows, width);
    }
    for (int row = whole; row < count; row++) {
      addRow(sums, factors[from + row * stride], rows[row], width);
    }
  }

  private void takeFour(int row, double[] factors, int from, int stride) {
    for (int k = 0; k < 4; k++) {
      fourFactors[k] = factors[from + k * stride];
      fourRows[k] = rows[row + k];
    }
  }

  /** One rounding for a product and its addition. */
  private static final class Fused extends RowCombination {
    @Override
    void addRow(double[] sums, double factor, double[] row, int width) {
      for (int i = 0; i < width; i++) {
        sums[i] = fma(factor, row[i], sums[i]);
      }
    }

    @Override
    void addFour(double[] sums, double[] factors, double[][] rows, int width) {
      double f0 = factors[0], f1 = factors[1], f2 = factors[2], f3 = factors[3];
      double[] r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
      for (int i = 0; i < width; i++) {
        sums[i] = fma(f3, r3[i], fma(f2, r2[i], fma(f1, r1[i], fma(f0, r0[i], sums[i]))));
      }
    }

    private static double fma(double a, double b, double c) {
      return FusedMultiplyAdd.of(a, b, c);
    }
  }

  /** A rounding for the product and one for the addition. */
  private static final class Separate extends RowCombination {
    @Override
    void addRow(double[] sums, double factor, double[] row, int width) {
      for (int i = 0; i < width; i++) {
        sums[i] += factor * row[i];
      }
    }

    @Override
    void addFour(double[] sums, double[] factors, double[][] rows, int width) {
      double f0 = factors[0], f1 = factors[1], f2 = factors[2], f3 = factors[3];
      double[] r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
      for (int i = 0; i < width; i++) {
        sums[i] = (((sums[i] + f0 * r0[i]) + f1 * r1[i]) + f2 * r2[i]) + f3 * r3[i];
      }
    }
  }
}
