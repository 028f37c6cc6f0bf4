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
 * operations in the order of k. All k of some rows and columns come before the next rows, while the
 * sums are near.
 */
final class WideProduct {
  private static final int ROWS = PackedTile.ROWS;
  private static final int COLUMNS = PackedTile.COLUMNS;
  private static final int STEP = PackedTile.STEP;

  /**
   * The most k of a panel, 17 kB: the fewer times a tile is stored and loaded, the better, as long
   * as the panel of columns stays in the first-level cache.
   */
  private static final int DEPTH = 264;

  /**
   * Rows whose panels and sums stay in the second-level cache while they meet one column panel
   * after another.
   */
  private static final int ROW_BLOCK = 6 * ROWS;

  /** Columns that are packed together. */
  private static final int COLUMN_PANELS = 32;

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
  private final double[] edge = new double[ROWS * COLUMNS];

  /** An array for each block of k and each panel of rows. */
  private double[][] left = {};

  /** An array for each block of k and each panel of columns. */
  private double[][] right = {};

  private double[] starts = {};
  private DenseMatrix target;
  private Finish finish = Finish.NONE;
  private double[] gates = {};
  private int count;
  private int panels;

  /** How many blocks the factors are divided into, and how many factors each has at most. */
  private int blocks;

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
    packLeft(factors);
    int columns = target.getColumnDimension();
    int rows = target.getRowDimension();
    for (int j = 0; j < columns; j += COLUMN_PANELS * COLUMNS) {
      int width = Math.min(COLUMN_PANELS * COLUMNS, columns - j);
      packRight(source, j, width);
      for (int i = 0; i < rows; i += ROW_BLOCK) {
        int end = Math.min(i + ROW_BLOCK, rows);
        for (int block = 0; block < blocks; block++) {
          multiplyBlock(i, end, j, width, block);
        }
        finish(i, end, j, width);
      }
    }
  }

  private void prepare(Factors factors) {
    count = factors.count();
    blocks = (count + DEPTH - 1) / DEPTH;
    depth = (count + blocks - 1) / blocks;
    int rows = target.getRowDimension();
    panels = (rows + ROWS - 1) / ROWS;
    if (left.length < panels * blocks) {
      left = new double[panels * blocks][STEP * DEPTH];
    }
    if (starts.length < panels * ROWS * COLUMNS) {
      starts = new double[panels * ROWS * COLUMNS];
    }
    if (right.length < COLUMN_PANELS * blocks) {
      right = new double[COLUMN_PANELS * blocks][STEP * DEPTH];
    }
    for (int row = 0; row < rows; row++) {
      Arrays.fill(starts, row * COLUMNS, (row + 1) * COLUMNS, factors.start(row));
    }
  }

  private int depthOf(int block) {
    return Math.min(depth, count - block * depth);
  }

  private void packLeft(Factors factors) {
    for (int block = 0; block < blocks; block++) {
      packLeft(factors, block);
    }
  }

  private void packRight(DenseMatrix source, int j, int width) {
    for (int block = 0; block < blocks; block++) {
      packRight(source, block, j, width);
    }
  }

  /** Panels of eight columns, each k by k, some k of all panels at a time. */
  private void packRight(DenseMatrix source, int block, int j, int width) {
    int ks = depthOf(block);
    for (int d = 0; d < ks; d += PACKED) {
      int end = Math.min(d + PACKED, ks);
      for (int column = 0; column < width; column += COLUMNS) {
        double[] panel = right[block * COLUMN_PANELS + column / COLUMNS];
        copyColumns(source, block * depth, j + column, panel, d, end);
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
  private void packLeft(Factors factors, int block) {
    int rows = target.getRowDimension();
    boolean together = factors.areTogether();
    for (int row = 0; row < rows; row += ROWS) {
      if (together && row + STEP <= rows) {
        copyEights(factors, row, block);
      } else if (row + ROWS <= rows) {
        copyFiveRows(factors, row, block);
      } else {
        copyRows(factors, row, rows, block);
      }
    }
  }

  /** Eight factors at a time that stand together, of which a panel needs five. */
  private void copyEights(Factors factors, int row, int block) {
    double[] a = factors.values();
    double[] panel = left[block * panels + row / ROWS];
    int k = block * depth;
    int ks = depthOf(block);
    int step = factors.step();
    int from = factors.at(row) + k * step;
    int to = 0;
    for (int d = 0; d < ks; d++) {
      fromArray(DOUBLES, a, from).intoArray(panel, to);
      fromArray(DOUBLES, a, from + WIDTH).intoArray(panel, to + WIDTH);
      from += step;
      to += STEP;
    }
  }

  private void copyFiveRows(Factors factors, int row, int block) {
    double[] a = factors.values();
    double[] panel = left[block * panels + row / ROWS];
    int k = block * depth;
    int ks = depthOf(block);
    int step = factors.step();
    int from0 = factors.at(row) + k * step;
    int from1 = factors.at(row + 1) + k * step;
    int from2 = factors.at(row + 2) + k * step;
    int from3 = factors.at(row + 3) + k * step;
    int from4 = factors.at(row + 4) + k * step;
    int to = 0;
    for (int d = 0; d < ks; d++) {
      int at = d * step;
      panel[to] = a[from0 + at];
      panel[to + 1] = a[from1 + at];
      panel[to + 2] = a[from2 + at];
      panel[to + 3] = a[from3 + at];
      panel[to + 4] = a[from4 + at];
      to += STEP;
    }
  }

  private void copyRows(Factors factors, int first, int rows, int block) {
    int step = factors.step();
    int k = block * depth;
    int ks = depthOf(block);
    for (int row = first; row < rows; row++) {
      double[] panel = left[block * panels + row / ROWS];
      int from = factors.at(row) + k * step;
      for (int d = 0; d < ks; d++) {
        panel[row % ROWS + d * STEP] = factors.values()[from + d * step];
      }
    }
  }

  /** Some rows and columns, over one block of k. */
  private void multiplyBlock(int i, int end, int j, int width, int block) {
    int ks = depthOf(block);
    int columns = target.getColumnDimension();
    for (int column = 0; column < width; column += COLUMNS) {
      double[] panel = right[block * COLUMN_PANELS + column / COLUMNS];
      boolean whole = column + COLUMNS <= width;
      int tiles = whole ? (end - i) / ROWS : 0;
      int at = i * columns + j + column;
      if (tiles > 0) {
        if (block == 0) {
          tile.from(starts, i * COLUMNS, COLUMNS, ROWS * COLUMNS);
        } else {
          tile.from(target.values(), at, columns, ROWS * columns);
        }
        tile.into(target.values(), at, columns, ROWS * columns);
        tile.left(left, block * panels + i / ROWS, 1);
        tile.multiply(panel, ks, tiles);
      }
      for (int row = i + tiles * ROWS; row < end; row += ROWS) {
        multiplyEdge(row, j + column, block, panel);
      }
    }
  }

  private void finish(int i, int end, int j, int width) {
    int columns = target.getColumnDimension();
    for (int row = i; row < end; row++) {
      finish.apply(target.values(), gates, row * columns + j, row * columns + j + width);
    }
  }

  /** A tile of which only a part belongs to the target. */
  private void multiplyEdge(int row, int column, int block, double[] panel) {
    int columns = target.getColumnDimension();
    int at = row * columns + column;
    int height = Math.min(ROWS, target.getRowDimension() - row);
    int width = Math.min(COLUMNS, columns - column);
    if (block == 0) {
      tile.from(starts, row * COLUMNS, COLUMNS, 0);
    } else {
      copyRows(target.values(), at, columns, edge, 0, COLUMNS, height, width);
      tile.from(edge, 0, COLUMNS, 0);
    }
    tile.into(edge, 0, COLUMNS, 0);
    tile.left(left, block * panels + row / ROWS, 1);
    tile.multiply(panel, depthOf(block), 1);
    copyRows(edge, 0, COLUMNS, target.values(), at, columns, height, width);
  }

  private static void copyRows(
      double[] from, int at, int step, double[] to, int toAt, int toStep, int rows, int count) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, at + r * step, to, toAt + r * toStep, count);
    }
  }
}
