package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;

/**
 * C = F B for many rows: both sides are copied in blocks that fit the caches, in the order in which
 * a tile of six rows and eight samples reads them (Goto and van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008).
 *
 * <p>Between two blocks of k a tile is stored and loaded, so each element stays one chain of fused
 * operations in the order of k.
 */
final class WideProduct {
  private static final int ROWS = PackedTile.ROWS;
  private static final int COLUMNS = PackedTile.COLUMNS;
  private static final int ROW_BLOCK = 16 * ROWS;
  private static final int COLUMN_BLOCK = 64 * COLUMNS;
  private static final int DEPTH = 256;

  private final PackedTile tiles = new PackedTile(ROW_BLOCK * DEPTH, COLUMN_BLOCK * DEPTH);
  private final double[] left = tiles.left();
  private final double[] right = tiles.right();
  private final double[] tile = new double[ROWS * COLUMNS];

  void multiply(Factors factors, DenseMatrix source, DenseMatrix target) {
    start(factors, target);
    int columns = target.getColumnDimension();
    for (int j = 0; j < columns; j += COLUMN_BLOCK) {
      int width = Math.min(COLUMN_BLOCK, columns - j);
      for (int k = 0; k < factors.count(); k += DEPTH) {
        int depth = Math.min(DEPTH, factors.count() - k);
        packRight(source, k, depth, j, width);
        for (int i = 0; i < target.getRowDimension(); i += ROW_BLOCK) {
          int height = Math.min(ROW_BLOCK, target.getRowDimension() - i);
          packLeft(factors, i, height, k, depth);
          block(target, i, height, j, width, depth);
        }
      }
    }
  }

  private static void start(Factors factors, DenseMatrix target) {
    int columns = target.getColumnDimension();
    for (int row = 0; row < target.getRowDimension(); row++) {
      Arrays.fill(target.values(), row * columns, (row + 1) * columns, factors.start(row));
    }
  }

  /** Panels of eight columns, each k by k; what is missing in the last is 0. */
  private void packRight(DenseMatrix source, int k, int depth, int j, int width) {
    int columns = source.getColumnDimension();
    for (int panel = 0; panel < width; panel += COLUMNS) {
      int count = Math.min(COLUMNS, width - panel);
      for (int d = 0; d < depth; d++) {
        int to = panel * depth + d * COLUMNS;
        int from = (k + d) * columns + j + panel;
        if (count == COLUMNS) {
          fromArray(DOUBLES, source.values(), from).intoArray(right, to);
          fromArray(DOUBLES, source.values(), from + WIDTH).intoArray(right, to + WIDTH);
        } else {
          Arrays.fill(right, to, to + COLUMNS, 0);
          System.arraycopy(source.values(), from, right, to, count);
        }
      }
    }
  }

  /** Panels of six rows, each k by k; what is missing in the last is 0. */
  private void packLeft(Factors factors, int i, int height, int k, int depth) {
    double[] a = factors.values();
    int step = factors.step();
    for (int panel = 0; panel < height; panel += ROWS) {
      for (int r = 0; r < ROWS; r++) {
        int to = panel * depth + r;
        if (panel + r < height) {
          int from = factors.at(i + panel + r) + k * step;
          for (int d = 0; d < depth; d++) {
            left[to + d * ROWS] = a[from + d * step];
          }
        } else {
          for (int d = 0; d < depth; d++) {
            left[to + d * ROWS] = 0;
          }
        }
      }
    }
  }

  private void block(DenseMatrix target, int i, int height, int j, int width, int depth) {
    int columns = target.getColumnDimension();
    for (int column = 0; column < width; column += COLUMNS) {
      for (int row = 0; row < height; row += ROWS) {
        int at = (i + row) * columns + j + column;
        if (row + ROWS <= height && column + COLUMNS <= width) {
          tiles.multiply(row * depth, column * depth, depth, target.values(), at, columns);
        } else {
          int rows = Math.min(ROWS, height - row);
          int count = Math.min(COLUMNS, width - column);
          edge(row * depth, column * depth, depth, target, at, rows, count);
        }
      }
    }
  }

  /** A tile that reaches over the border is computed aside. */
  private void edge(int a, int b, int depth, DenseMatrix target, int at, int rows, int count) {
    int columns = target.getColumnDimension();
    for (int r = 0; r < rows; r++) {
      System.arraycopy(target.values(), at + r * columns, tile, r * COLUMNS, count);
    }
    tiles.multiply(a, b, depth, tile, 0, COLUMNS);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(tile, r * COLUMNS, target.values(), at + r * columns, count);
    }
  }
}
