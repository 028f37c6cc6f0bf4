package lockstep.matrix.simd;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/**
 * G = X Dᵀ for many rows on both sides. Each of the eight lanes is a product of its own, over every
 * eighth sample, made of the same tiles as the other products.
 *
 * <p>Between two chunks of samples the lanes are stored and loaded, so each stays one chain of
 * fused operations in the order of the samples.
 */
final class WideOuterProduct {
  private static final int ROWS = PackedTile.ROWS;
  private static final int COLUMNS = PackedTile.COLUMNS;
  private static final int ROW_BLOCK = 16 * ROWS;
  private static final int COLUMN_BLOCK = 16 * COLUMNS;
  private static final int LANES = LaneSum.LANES;

  /** Samples of one lane in a chunk. */
  private static final int DEPTH = 128;

  private final PackedTile tiles =
      new PackedTile(ROW_BLOCK * DEPTH * LANES, COLUMN_BLOCK * DEPTH * LANES);
  private final double[] sums = new double[ROW_BLOCK * COLUMN_BLOCK * LANES];
  private final double[] lanes = new double[LANES];

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    int whole = x.getColumnDimension() / LANES;
    boolean oneChunk = whole <= DEPTH;
    for (int u = 0; u < target.getColumnDimension(); u += COLUMN_BLOCK) {
      for (int i = 0; i < target.getRowDimension(); i += ROW_BLOCK) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < whole; from += DEPTH) {
          int depth = Math.min(DEPTH, whole - from);
          if (i == 0 || !oneChunk) {
            pack(d, u, from, depth, COLUMNS, tiles.right());
          }
          pack(x, i, from, depth, ROWS, tiles.left());
          addProducts(
              depth,
              Math.min(ROW_BLOCK, target.getRowDimension() - i),
              Math.min(COLUMN_BLOCK, target.getColumnDimension() - u));
        }
        finish(x, i, d, u, target);
      }
    }
  }

  /** Panels of some rows; in each, lane after lane, and in these sample by sample. */
  private static void pack(
      DenseMatrix source, int row, int from, int depth, int height, double[] packed) {
    int n = source.getColumnDimension();
    int rows = Math.min(packed.length / (DEPTH * LANES), source.getRowDimension() - row);
    double[] values = source.values();
    for (int r = 0; r < rows; r++) {
      int to = (r - r % height) * depth * LANES + r % height;
      int at = (row + r) * n + from * LANES;
      for (int k = 0; k < depth; k++) {
        for (int lane = 0; lane < LANES; lane++) {
          packed[to + (lane * depth + k) * height] = values[at + k * LANES + lane];
        }
      }
    }
  }

  private void addProducts(int depth, int rows, int columns) {
    for (int lane = 0; lane < LANES; lane++) {
      for (int column = 0; column < columns; column += COLUMNS) {
        for (int row = 0; row < rows; row += ROWS) {
          tiles.multiply(
              (row * LANES + lane * ROWS) * depth,
              (column * LANES + lane * COLUMNS) * depth,
              depth,
              sums,
              (lane * ROW_BLOCK + row) * COLUMN_BLOCK + column,
              COLUMN_BLOCK);
        }
      }
    }
  }

  /** Adds the samples after the last eight to the lanes, and the lanes to each other. */
  private void finish(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int n = x.getColumnDimension();
    int whole = n - n % LANES;
    int rows = Math.min(ROW_BLOCK, target.getRowDimension() - i);
    int columns = Math.min(COLUMN_BLOCK, target.getColumnDimension() - u);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int lane = 0; lane < LANES; lane++) {
          lanes[lane] = sums[(lane * ROW_BLOCK + row) * COLUMN_BLOCK + column];
        }
        for (int k = whole; k < n; k++) {
          double error = d.values()[(u + column) * n + k];
          lanes[k - whole] = Math.fma(x.values()[(i + row) * n + k], error, lanes[k - whole]);
        }
        target.values()[(i + row) * target.getColumnDimension() + u + column] =
            LaneSum.combined(lanes, 0);
      }
    }
  }
}
