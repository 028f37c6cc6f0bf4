package lockstep.matrix.simd;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/**
 * G = X Dᵀ for many rows on both sides. Each of the eight lanes is a product of its own, over every
 * eighth sample, made of the same tiles as the other products.
 *
 * <p>Between two blocks of samples the lanes are stored and loaded, so each stays one chain of
 * fused operations in the order of the samples.
 */
final class WideOuterProduct {
  private static final int ROWS = PackedTile.ROWS;
  private static final int COLUMNS = PackedTile.COLUMNS;
  private static final int STEP = PackedTile.STEP;
  private static final int LANES = LaneSum.LANES;
  private static final int TILE = ROWS * COLUMNS;

  /** Panels of X whose thousand samples stay in the second-level cache. */
  private static final int PANELS = 4;

  /** Samples of one lane in a block. */
  private static final int DEPTH = 192;

  private final PackedTile tile = new PackedTile();
  private final double[] sums = new double[PANELS * LANES * TILE];
  private double[] left = {};
  private double[] right = {};

  /** The room of a lane in a panel: as many k as the first lane has. */
  private int samplesOfLane;

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    int samples = x.getColumnDimension();
    int units = d.getRowDimension();
    samplesOfLane = (samples + LANES - 1) / LANES;
    int panel = panelSize();
    right = withRoom(right, (units + COLUMNS - 1) / COLUMNS * panel);
    left = withRoom(left, PANELS * panel);
    tile.use(left, right);
    pack(d, 0, units, COLUMNS, right);
    int rows = x.getRowDimension();
    for (int i = 0; i < rows; i += PANELS * ROWS) {
      int height = Math.min(PANELS * ROWS, rows - i);
      pack(x, i, height, ROWS, left);
      for (int u = 0; u < units; u += COLUMNS) {
        addProducts((height + ROWS - 1) / ROWS, u / COLUMNS * panel, samples);
        combine(target, i, height, u);
      }
    }
  }

  private int panelSize() {
    return LANES * samplesOfLane * STEP;
  }

  private static double[] withRoom(double[] values, int size) {
    return values.length < size ? new double[size] : values;
  }

  /** Panels of some rows; in each, lane after lane, and in these sample by sample. */
  private void pack(DenseMatrix source, int row, int rows, int height, double[] packed) {
    int samples = source.getColumnDimension();
    double[] values = source.values();
    int laneSize = samplesOfLane * STEP;
    for (int r = 0; r < rows; r += height) {
      int to = r / height * panelSize();
      int count = Math.min(height, rows - r);
      for (int sample = 0; sample < samples; sample++) {
        int place = to + sample % LANES * laneSize + sample / LANES * STEP;
        int at = (row + r) * samples + sample;
        for (int i = 0; i < count; i++) {
          packed[place + i] = values[at + i * samples];
        }
      }
    }
  }

  private void addProducts(int panels, int b, int samples) {
    Arrays.fill(sums, 0);
    for (int lane = 0; lane < LANES; lane++) {
      int count = (samples - lane + LANES - 1) / LANES;
      for (int k = 0; k < count; k += DEPTH) {
        int offset = (lane * samplesOfLane + k) * STEP;
        int depth = Math.min(DEPTH, count - k);
        for (int panel = 0; panel < panels; panel++) {
          int at = (panel * LANES + lane) * TILE;
          tile.from(sums, at, COLUMNS);
          tile.into(sums, at, COLUMNS);
          tile.multiply(panel * panelSize() + offset, b + offset, depth);
        }
      }
    }
  }

  /** The fixed tree of {@link LaneSum}. */
  private void combine(DenseMatrix target, int i, int rows, int u) {
    int units = target.getColumnDimension();
    double[] g = target.values();
    int count = Math.min(COLUMNS, units - u);
    for (int r = 0; r < rows; r++) {
      int s = (r / ROWS * LANES * ROWS + r % ROWS) * COLUMNS;
      int at = (i + r) * units + u;
      for (int c = 0; c < count; c++) {
        int l = s + c;
        g[at + c] =
            ((sums[l] + sums[l + 4 * TILE]) + (sums[l + 2 * TILE] + sums[l + 6 * TILE]))
                + ((sums[l + TILE] + sums[l + 5 * TILE])
                    + (sums[l + 3 * TILE] + sums[l + 7 * TILE]));
      }
    }
  }
}
