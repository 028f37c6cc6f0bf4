package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
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

  /**
   * What the panels of X may take of the second-level cache, in bytes, while all of D passes them.
   */
  private static final int CACHE = 400_000;

  private static final int MOST_PANELS = 12;

  /** Samples of one lane in a block. */
  private static final int DEPTH = 192;

  /** Samples of a lane that are copied at a time. */
  private static final int PACKED = 32;

  private final PackedTile tile = new PackedTile();
  private final double[] sums = new double[MOST_PANELS * LANES * TILE];
  private final double[] row = new double[COLUMNS];
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
    int panels = Math.max(2, Math.min(MOST_PANELS, CACHE / Double.BYTES / panel));
    left = withRoom(left, panels * panel);
    tile.use(left, right);
    pack(d, 0, units, COLUMNS, right);
    int rows = x.getRowDimension();
    for (int i = 0; i < rows; i += panels * ROWS) {
      int height = Math.min(panels * ROWS, rows - i);
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

  /**
   * Panels of some rows; in each, lane after lane, and in these sample by sample. All rows of a
   * panel are copied for some samples at a time, so that what is written stays in a cache.
   */
  private void pack(DenseMatrix source, int row, int rows, int height, double[] packed) {
    int samples = source.getColumnDimension();
    for (int k = 0; k < samples / LANES; k += PACKED) {
      int end = Math.min(k + PACKED, samples / LANES);
      for (int r = 0; r < rows; r++) {
        int at = (row + r) * samples;
        copyLanes(source.values(), at, packed, place(r, height), k, end);
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int sample = samples - samples % LANES; sample < samples; sample++) {
        int to = place(r, height) + (sample % LANES * samplesOfLane + sample / LANES) * STEP;
        packed[to] = source.values()[(row + r) * samples + sample];
      }
    }
  }

  /** Where a row begins in its panel. */
  private int place(int row, int height) {
    return row / height * panelSize() + row % height;
  }

  /** Deals eight samples at a time out to the eight lanes of a panel. */
  private void copyLanes(double[] x, int from, double[] packed, int to, int k, int end) {
    int lane = samplesOfLane * STEP;
    int to1 = to + lane;
    int to2 = to1 + lane;
    int to3 = to2 + lane;
    int to4 = to3 + lane;
    int to5 = to4 + lane;
    int to6 = to5 + lane;
    int to7 = to6 + lane;
    for (int i = k * LANES; i < end * LANES; i += LANES) {
      packed[to + i] = x[from + i];
      packed[to1 + i] = x[from + i + 1];
      packed[to2 + i] = x[from + i + 2];
      packed[to3 + i] = x[from + i + 3];
      packed[to4 + i] = x[from + i + 4];
      packed[to5 + i] = x[from + i + 5];
      packed[to6 + i] = x[from + i + 6];
      packed[to7 + i] = x[from + i + 7];
    }
  }

  private void addProducts(int panels, int b, int samples) {
    Arrays.fill(sums, 0, panels * LANES * TILE, 0);
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

  private void combine(DenseMatrix target, int i, int rows, int u) {
    int units = target.getColumnDimension();
    int count = Math.min(COLUMNS, units - u);
    for (int r = 0; r < rows; r++) {
      int from = (r / ROWS * LANES * ROWS + r % ROWS) * COLUMNS;
      int to = (i + r) * units + u;
      if (count == COLUMNS) {
        combineRow(from, target.values(), to);
      } else {
        combineRow(from, row, 0);
        System.arraycopy(row, 0, target.values(), to, count);
      }
    }
  }

  /** The fixed tree of {@link LaneSum} for the eight elements of a row. */
  private void combineRow(int from, double[] g, int to) {
    double[] lanes = sums;
    for (int c = 0; c < COLUMNS; c += WIDTH) {
      int at = from + c;
      DoubleVector s0 = fromArray(DOUBLES, lanes, at);
      DoubleVector s1 = fromArray(DOUBLES, lanes, at + TILE);
      DoubleVector s2 = fromArray(DOUBLES, lanes, at + 2 * TILE);
      DoubleVector s3 = fromArray(DOUBLES, lanes, at + 3 * TILE);
      DoubleVector s04 = s0.add(fromArray(DOUBLES, lanes, at + 4 * TILE));
      DoubleVector s15 = s1.add(fromArray(DOUBLES, lanes, at + 5 * TILE));
      DoubleVector s26 = s2.add(fromArray(DOUBLES, lanes, at + 6 * TILE));
      DoubleVector s37 = s3.add(fromArray(DOUBLES, lanes, at + 7 * TILE));
      s04.add(s26).add(s15.add(s37)).intoArray(g, to + c);
    }
  }
}
