package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
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
  private static final int ROWS = 6;
  private static final int COLUMNS = 2 * WIDTH;
  private static final int ROW_BLOCK = 16 * ROWS;
  private static final int COLUMN_BLOCK = 64 * COLUMNS;
  private static final int DEPTH = 256;

  private final double[] left = new double[ROW_BLOCK * DEPTH];
  private final double[] right = new double[COLUMN_BLOCK * DEPTH];
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
          tile(row * depth, column * depth, depth, target.values(), at, columns);
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
    tile(a, b, depth, tile, 0, COLUMNS);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(tile, r * COLUMNS, target.values(), at + r * columns, count);
    }
  }

  private void tile(int a, int b, int depth, double[] c, int at, int columns) {
    double[] packedLeft = left;
    double[] packedRight = right;
    DoubleVector s0 = fromArray(DOUBLES, c, at);
    DoubleVector t0 = fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector s1 = fromArray(DOUBLES, c, at + columns);
    DoubleVector t1 = fromArray(DOUBLES, c, at + columns + WIDTH);
    DoubleVector s2 = fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector t2 = fromArray(DOUBLES, c, at + 2 * columns + WIDTH);
    DoubleVector s3 = fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector t3 = fromArray(DOUBLES, c, at + 3 * columns + WIDTH);
    DoubleVector s4 = fromArray(DOUBLES, c, at + 4 * columns);
    DoubleVector t4 = fromArray(DOUBLES, c, at + 4 * columns + WIDTH);
    DoubleVector s5 = fromArray(DOUBLES, c, at + 5 * columns);
    DoubleVector t5 = fromArray(DOUBLES, c, at + 5 * columns + WIDTH);
    for (int k = 0; k < depth; k++) {
      DoubleVector x = fromArray(DOUBLES, packedRight, b + k * COLUMNS);
      DoubleVector y = fromArray(DOUBLES, packedRight, b + k * COLUMNS + WIDTH);
      int f = a + k * ROWS;
      DoubleVector f0 = broadcast(DOUBLES, packedLeft[f]);
      s0 = x.fma(f0, s0);
      t0 = y.fma(f0, t0);
      DoubleVector f1 = broadcast(DOUBLES, packedLeft[f + 1]);
      s1 = x.fma(f1, s1);
      t1 = y.fma(f1, t1);
      DoubleVector f2 = broadcast(DOUBLES, packedLeft[f + 2]);
      s2 = x.fma(f2, s2);
      t2 = y.fma(f2, t2);
      DoubleVector f3 = broadcast(DOUBLES, packedLeft[f + 3]);
      s3 = x.fma(f3, s3);
      t3 = y.fma(f3, t3);
      DoubleVector f4 = broadcast(DOUBLES, packedLeft[f + 4]);
      s4 = x.fma(f4, s4);
      t4 = y.fma(f4, t4);
      DoubleVector f5 = broadcast(DOUBLES, packedLeft[f + 5]);
      s5 = x.fma(f5, s5);
      t5 = y.fma(f5, t5);
    }
    s0.intoArray(c, at);
    t0.intoArray(c, at + WIDTH);
    s1.intoArray(c, at + columns);
    t1.intoArray(c, at + columns + WIDTH);
    s2.intoArray(c, at + 2 * columns);
    t2.intoArray(c, at + 2 * columns + WIDTH);
    s3.intoArray(c, at + 3 * columns);
    t3.intoArray(c, at + 3 * columns + WIDTH);
    s4.intoArray(c, at + 4 * columns);
    t4.intoArray(c, at + 4 * columns + WIDTH);
    s5.intoArray(c, at + 5 * columns);
    t5.intoArray(c, at + 5 * columns + WIDTH);
  }
}
