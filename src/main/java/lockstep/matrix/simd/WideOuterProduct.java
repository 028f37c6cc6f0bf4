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
  private double[][] left = {};
  private double[][] right = {};
  private int samples;

  /** How often the first lane of a panel is divided, and into how many samples each. */
  private int blocks;

  private int depth;

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    int panels = prepare(x, d);
    int units = d.getRowDimension();
    pack(d, 0, units, COLUMNS, right);
    int rows = x.getRowDimension();
    for (int i = 0; i < rows; i += panels * ROWS) {
      int height = Math.min(panels * ROWS, rows - i);
      pack(x, i, height, ROWS, left);
      for (int u = 0; u < units; u += COLUMNS) {
        addProducts((height + ROWS - 1) / ROWS, u / COLUMNS);
        combine(target, i, height, u);
      }
    }
  }

  /** Makes room; tells how many panels of X are kept. */
  private int prepare(DenseMatrix x, DenseMatrix d) {
    samples = x.getColumnDimension();
    int samplesOfLane = (samples + LANES - 1) / LANES;
    blocks = (samplesOfLane + DEPTH - 1) / DEPTH;
    depth = (samplesOfLane + blocks - 1) / blocks;
    int panels = CACHE / Double.BYTES / (LANES * samplesOfLane * STEP);
    panels = Math.max(2, Math.min(MOST_PANELS, panels));
    left = withRoom(left, panels);
    right = withRoom(right, (d.getRowDimension() + COLUMNS - 1) / COLUMNS);
    return panels;
  }

  /** An array for each panel, each of its lanes, and each block of the lane's samples. */
  private double[][] withRoom(double[][] packed, int panels) {
    int count = panels * LANES * blocks;
    boolean fits = packed.length >= count && packed[0].length >= depth * STEP;
    return fits ? packed : new double[count][depth * STEP];
  }

  /** Which array it is. */
  private int place(int panel, int lane, int block) {
    return (panel * LANES + lane) * blocks + block;
  }

  /**
   * Panels of some rows. All rows of a panel are copied for some samples at a time, so that what is
   * written stays in a cache.
   */
  private void pack(DenseMatrix source, int row, int rows, int height, double[][] packed) {
    int whole = samples / LANES;
    for (int first = 0; first < whole; first += depth) {
      int last = Math.min(first + depth, whole);
      for (int k = first; k < last; k += PACKED) {
        int count = Math.min(PACKED, last - k);
        for (int r = 0; r < rows; r++) {
          int from = (row + r) * samples + k * LANES;
          int place = place(r / height, 0, first / depth);
          copyLanes(source.values(), from, packed, place, (k - first) * STEP + r % height, count);
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int sample = whole * LANES; sample < samples; sample++) {
        double[] panel = packed[place(r / height, sample % LANES, whole / depth)];
        panel[whole % depth * STEP + r % height] = source.values()[(row + r) * samples + sample];
      }
    }
  }

  /** Deals eight samples at a time out to the eight lanes of a panel. */
  private void copyLanes(double[] x, int from, double[][] packed, int place, int to, int count) {
    double[] lane0 = packed[place];
    double[] lane1 = packed[place + blocks];
    double[] lane2 = packed[place + 2 * blocks];
    double[] lane3 = packed[place + 3 * blocks];
    double[] lane4 = packed[place + 4 * blocks];
    double[] lane5 = packed[place + 5 * blocks];
    double[] lane6 = packed[place + 6 * blocks];
    double[] lane7 = packed[place + 7 * blocks];
    for (int i = 0; i < count * LANES; i += LANES) {
      lane0[to + i] = x[from + i];
      lane1[to + i] = x[from + i + 1];
      lane2[to + i] = x[from + i + 2];
      lane3[to + i] = x[from + i + 3];
      lane4[to + i] = x[from + i + 4];
      lane5[to + i] = x[from + i + 5];
      lane6[to + i] = x[from + i + 6];
      lane7[to + i] = x[from + i + 7];
    }
  }

  private void addProducts(int panels, int u) {
    Arrays.fill(sums, 0, panels * LANES * TILE, 0);
    for (int lane = 0; lane < LANES; lane++) {
      int count = (samples - lane + LANES - 1) / LANES;
      for (int block = 0; block < blocks; block++) {
        int ks = Math.min(depth, count - block * depth);
        double[] columns = right[place(u, lane, block)];
        for (int panel = 0; panel < panels; panel++) {
          int at = (panel * LANES + lane) * TILE;
          tile.from(sums, at, COLUMNS);
          tile.into(sums, at, COLUMNS);
          tile.multiply(left[place(panel, lane, block)], columns, ks);
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
