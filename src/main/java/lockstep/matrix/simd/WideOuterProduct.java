package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/**
 * G = X Dᵀ for many rows on both sides: four by three elements at a time, and of their eight lanes
 * first the lower, then the upper half, so that the sums fill the registers.
 *
 * <p>The samples are taken in chunks that stay in the cache; between two chunks the lanes are
 * stored and loaded, so each lane stays one chain of fused operations in the order of the samples.
 */
final class WideOuterProduct {
  private static final int ROWS = 4;
  private static final int COLUMNS = 3;
  private static final int ROW_BLOCK = 12 * ROWS;
  private static final int COLUMN_BLOCK = 16 * COLUMNS;
  private static final int CHUNK = 256;
  private static final int TILE = ROWS * COLUMNS * WIDTH;

  private final double[] lanes = new double[ROW_BLOCK * COLUMN_BLOCK * LaneSum.LANES];
  private final double[] total = new double[LaneSum.LANES];

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    for (int i = 0; i < target.getRowDimension(); i += ROW_BLOCK) {
      for (int u = 0; u < target.getColumnDimension(); u += COLUMN_BLOCK) {
        block(x, i, d, u, target);
      }
    }
  }

  private void block(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int rowEnd = Math.min(i + ROW_BLOCK, target.getRowDimension());
    int columnEnd = Math.min(u + COLUMN_BLOCK, target.getColumnDimension());
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    Arrays.fill(lanes, 0);
    for (int from = 0; from < whole; from += CHUNK) {
      int to = Math.min(from + CHUNK, whole);
      int tile = 0;
      for (int row = i; row < rowEnd; row += ROWS) {
        for (int column = u; column < columnEnd; column += COLUMNS) {
          tile(x, row, d, column, from, to, tile);
          tile(x, row, d, column, from + WIDTH, to, tile + TILE);
          tile += 2 * TILE;
        }
      }
    }
    finish(x, i, rowEnd, d, u, columnEnd, target);
  }

  /** Combines the lanes of a block and adds the samples after the last eight. */
  private void finish(
      DenseMatrix x, int i, int rowEnd, DenseMatrix d, int u, int columnEnd, DenseMatrix target) {
    int tile = 0;
    for (int row = i; row < rowEnd; row += ROWS) {
      for (int column = u; column < columnEnd; column += COLUMNS) {
        for (int r = row; r < Math.min(row + ROWS, rowEnd); r++) {
          for (int c = column; c < Math.min(column + COLUMNS, columnEnd); c++) {
            int at = tile + ((r - row) * COLUMNS + (c - column)) * WIDTH;
            target.values()[r * target.getColumnDimension() + c] = total(x, r, d, c, at);
          }
        }
        tile += 2 * TILE;
      }
    }
  }

  private double total(DenseMatrix x, int row, DenseMatrix d, int column, int at) {
    System.arraycopy(lanes, at, total, 0, WIDTH);
    System.arraycopy(lanes, at + TILE, total, WIDTH, WIDTH);
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    for (int k = whole; k < n; k++) {
      total[k - whole] =
          Math.fma(x.values()[row * n + k], d.values()[column * n + k], total[k - whole]);
    }
    return LaneSum.combined(total, 0);
  }

  /**
   * Half the lanes of a tile, over every eighth sample; beyond the border its last row counts
   * again.
   */
  private void tile(DenseMatrix x, int i, DenseMatrix d, int u, int from, int to, int at) {
    int n = x.getColumnDimension();
    int lastRow = x.getRowDimension() - 1;
    int lastColumn = d.getRowDimension() - 1;
    double[] left = x.values();
    double[] right = d.values();
    double[] sums = lanes;
    int x0 = Math.min(i, lastRow) * n;
    int x1 = Math.min(i + 1, lastRow) * n;
    int x2 = Math.min(i + 2, lastRow) * n;
    int x3 = Math.min(i + 3, lastRow) * n;
    int d0 = Math.min(u, lastColumn) * n;
    int d1 = Math.min(u + 1, lastColumn) * n;
    int d2 = Math.min(u + 2, lastColumn) * n;
    DoubleVector s00 = fromArray(DOUBLES, sums, at);
    DoubleVector s01 = fromArray(DOUBLES, sums, at + 1 * WIDTH);
    DoubleVector s02 = fromArray(DOUBLES, sums, at + 2 * WIDTH);
    DoubleVector s10 = fromArray(DOUBLES, sums, at + 3 * WIDTH);
    DoubleVector s11 = fromArray(DOUBLES, sums, at + 4 * WIDTH);
    DoubleVector s12 = fromArray(DOUBLES, sums, at + 5 * WIDTH);
    DoubleVector s20 = fromArray(DOUBLES, sums, at + 6 * WIDTH);
    DoubleVector s21 = fromArray(DOUBLES, sums, at + 7 * WIDTH);
    DoubleVector s22 = fromArray(DOUBLES, sums, at + 8 * WIDTH);
    DoubleVector s30 = fromArray(DOUBLES, sums, at + 9 * WIDTH);
    DoubleVector s31 = fromArray(DOUBLES, sums, at + 10 * WIDTH);
    DoubleVector s32 = fromArray(DOUBLES, sums, at + 11 * WIDTH);
    for (int k = from; k < to; k += LaneSum.LANES) {
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector v1 = fromArray(DOUBLES, right, d1 + k);
      DoubleVector v2 = fromArray(DOUBLES, right, d2 + k);
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      s00 = p0.fma(v0, s00);
      s01 = p0.fma(v1, s01);
      s02 = p0.fma(v2, s02);
      DoubleVector p1 = fromArray(DOUBLES, left, x1 + k);
      s10 = p1.fma(v0, s10);
      s11 = p1.fma(v1, s11);
      s12 = p1.fma(v2, s12);
      DoubleVector p2 = fromArray(DOUBLES, left, x2 + k);
      s20 = p2.fma(v0, s20);
      s21 = p2.fma(v1, s21);
      s22 = p2.fma(v2, s22);
      DoubleVector p3 = fromArray(DOUBLES, left, x3 + k);
      s30 = p3.fma(v0, s30);
      s31 = p3.fma(v1, s31);
      s32 = p3.fma(v2, s32);
    }
    s00.intoArray(sums, at);
    s01.intoArray(sums, at + 1 * WIDTH);
    s02.intoArray(sums, at + 2 * WIDTH);
    s10.intoArray(sums, at + 3 * WIDTH);
    s11.intoArray(sums, at + 4 * WIDTH);
    s12.intoArray(sums, at + 5 * WIDTH);
    s20.intoArray(sums, at + 6 * WIDTH);
    s21.intoArray(sums, at + 7 * WIDTH);
    s22.intoArray(sums, at + 8 * WIDTH);
    s30.intoArray(sums, at + 9 * WIDTH);
    s31.intoArray(sums, at + 10 * WIDTH);
    s32.intoArray(sums, at + 11 * WIDTH);
  }
}
