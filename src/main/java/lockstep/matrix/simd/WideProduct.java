package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;

/**
 * C = F B for many rows: both sides are copied in blocks that fit the caches, in the order in which
 * a tile reads them (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication",
 * 2008).
 *
 * <p>Between two blocks of k a tile is stored and loaded, so each element stays one chain of fused
 * operations in the order of k.
 */
final class WideProduct {
  private static final int ROWS = PackedTile.ROWS;
  private static final int COLUMNS = PackedTile.COLUMNS;
  private static final int STEP = PackedTile.STEP;

  /** A panel of each side, 12 KiB, fit the first-level cache together. */
  private static final int DEPTH = 192;

  /**
   * Rows whose panels stay in the second-level cache while they meet one column panel after
   * another.
   */
  private static final int ROW_BLOCK = 12 * ROWS;

  private static final int COLUMN_BLOCK = 16 * COLUMNS;

  /** How many k of a panel are copied before it is the next one's turn. */
  private static final int PACKED = 16;

  /** What is done with finished sums, while they are in a cache. */
  @FunctionalInterface
  interface Finish {
    /** Nothing. */
    Finish NONE = (sums, gates, from, to) -> {};

    /**
     * Changes the sums from one place of the target to another.
     *
     * @param gates as many numbers, for what depends on others than the sums
     */
    void apply(double[] sums, double[] gates, int from, int to);
  }

  private final PackedTile tile = new PackedTile();
  private final double[][] right = new double[COLUMN_BLOCK / COLUMNS][STEP * DEPTH];
  private final double[] edge = new double[ROWS * COLUMNS];
  private double[][] left = {};
  private double[] starts = {};
  private DenseMatrix target;
  private Finish finish = Finish.NONE;
  private double[] gates = {};
  private int depth;

  /** What the next product ends with. */
  WideProduct with(Finish chosen, double[] chosenGates) {
    finish = chosen;
    gates = chosenGates;
    return this;
  }

  void multiply(Factors factors, DenseMatrix source, DenseMatrix product) {
    target = product;
    prepare(factors);
    int count = factors.count();
    int blocks = (count + DEPTH - 1) / DEPTH;
    int size = (count + blocks - 1) / blocks;
    for (int k = 0; k < count; k += size) {
      depth = Math.min(size, count - k);
      packLeft(factors, k);
      for (int j = 0; j < target.getColumnDimension(); j += COLUMN_BLOCK) {
        int width = Math.min(COLUMN_BLOCK, target.getColumnDimension() - j);
        packRight(source, k, j, width);
        multiplyBlocks(j, width, k == 0);
        if (k + size >= count) {
          finish(j, width);
        }
      }
    }
  }

  private void prepare(Factors factors) {
    int panels = (target.getRowDimension() + ROWS - 1) / ROWS;
    if (left.length < panels) {
      left = new double[panels][STEP * DEPTH];
      starts = new double[panels * ROWS * COLUMNS];
    }
    for (int row = 0; row < target.getRowDimension(); row++) {
      Arrays.fill(starts, row * COLUMNS, (row + 1) * COLUMNS, factors.start(row));
    }
  }

  /** Panels of eight columns, each k by k, some k of all panels at a time. */
  private void packRight(DenseMatrix source, int k, int j, int width) {
    for (int d = 0; d < depth; d += PACKED) {
      int end = Math.min(d + PACKED, depth);
      for (int column = 0; column < width; column += COLUMNS) {
        copyColumns(source, k, j + column, right[column / COLUMNS], d, end);
      }
    }
  }

  /** Eight columns; what is missing at the end is 0. */
  private void copyColumns(
      DenseMatrix source, int k, int column, double[] panel, int first, int end) {
    double[] b = source.values();
    int columns = source.getColumnDimension();
    int from = (k + first) * columns + column;
    int width = columns - column;
    for (int d = first; d < end; d++) {
      if (width >= COLUMNS) {
        fromArray(DOUBLES, b, from).intoArray(panel, d * STEP);
        fromArray(DOUBLES, b, from + WIDTH).intoArray(panel, d * STEP + WIDTH);
      } else {
        Arrays.fill(panel, d * STEP, (d + 1) * STEP, 0);
        System.arraycopy(b, from, panel, d * STEP, width);
      }
      from += columns;
    }
  }

  /** Panels of five rows, each k by k; what is missing in the last does not matter. */
  private void packLeft(Factors factors, int k) {
    int rows = target.getRowDimension();
    boolean together = factors.areTogether();
    for (int row = 0; row < rows; row += ROWS) {
      if (together && row + STEP <= rows) {
        copyEights(factors, row, k);
      } else if (row + ROWS <= rows) {
        copyFiveRows(factors, row, k);
      } else {
        copyRows(factors, row, rows, k);
      }
    }
  }

  /** Eight factors at a time that stand together, of which a panel needs five. */
  private void copyEights(Factors factors, int row, int k) {
    double[] a = factors.values();
    double[] panel = left[row / ROWS];
    int step = factors.step();
    int from = factors.at(row) + k * step;
    int to = 0;
    for (int d = 0; d < depth; d++) {
      fromArray(DOUBLES, a, from).intoArray(panel, to);
      fromArray(DOUBLES, a, from + WIDTH).intoArray(panel, to + WIDTH);
      from += step;
      to += STEP;
    }
  }

  private void copyFiveRows(Factors factors, int row, int k) {
    double[] a = factors.values();
    double[] panel = left[row / ROWS];
    int step = factors.step();
    int from0 = factors.at(row) + k * step;
    int from1 = factors.at(row + 1) + k * step;
    int from2 = factors.at(row + 2) + k * step;
    int from3 = factors.at(row + 3) + k * step;
    int from4 = factors.at(row + 4) + k * step;
    int to = 0;
    for (int d = 0; d < depth; d++) {
      int at = d * step;
      panel[to] = a[from0 + at];
      panel[to + 1] = a[from1 + at];
      panel[to + 2] = a[from2 + at];
      panel[to + 3] = a[from3 + at];
      panel[to + 4] = a[from4 + at];
      to += STEP;
    }
  }

  private void copyRows(Factors factors, int first, int rows, int k) {
    int step = factors.step();
    for (int row = first; row < rows; row++) {
      double[] panel = left[row / ROWS];
      int from = factors.at(row) + k * step;
      for (int d = 0; d < depth; d++) {
        panel[row % ROWS + d * STEP] = factors.values()[from + d * step];
      }
    }
  }

  private void multiplyBlocks(int j, int width, boolean first) {
    int rows = target.getRowDimension();
    for (int i = 0; i < rows; i += ROW_BLOCK) {
      int end = Math.min(i + ROW_BLOCK, rows);
      for (int column = 0; column < width; column += COLUMNS) {
        for (int row = i; row < end; row += ROWS) {
          multiplyTile(row, j, column, first);
        }
      }
    }
  }

  private void finish(int j, int width) {
    int columns = target.getColumnDimension();
    for (int row = 0; row < target.getRowDimension(); row++) {
      finish.apply(target.values(), gates, row * columns + j, row * columns + j + width);
    }
  }

  private void multiplyTile(int row, int j, int column, boolean first) {
    int columns = target.getColumnDimension();
    int at = row * columns + j + column;
    int height = Math.min(ROWS, target.getRowDimension() - row);
    int width = Math.min(COLUMNS, columns - j - column);
    boolean whole = height == ROWS && width == COLUMNS;
    if (first) {
      tile.from(starts, row * COLUMNS, COLUMNS);
    } else if (whole) {
      tile.from(target.values(), at, columns);
    } else {
      copyRows(target.values(), at, columns, edge, 0, COLUMNS, height, width);
      tile.from(edge, 0, COLUMNS);
    }
    if (whole) {
      tile.into(target.values(), at, columns);
    } else {
      tile.into(edge, 0, COLUMNS);
    }
    tile.multiply(left[row / ROWS], right[column / COLUMNS], depth);
    if (!whole) {
      copyRows(edge, 0, COLUMNS, target.values(), at, columns, height, width);
    }
  }

  private static void copyRows(
      double[] from, int at, int step, double[] to, int toAt, int toStep, int rows, int count) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, at + r * step, to, toAt + r * toStep, count);
    }
  }
}
