package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;
import lockstep.matrix.OuterProductSum;

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
  private static final int LANES = LaneSum.LANES;
  private static final int TILE = ROWS * COLUMNS;

  /** The lanes of all elements of a tile. */
  private static final int TILE_LANES = LANES * TILE;

  /**
   * What the panels of X may take of the second-level cache, in bytes, while all of D passes them.
   */
  private static final int CACHE = 260_000;

  private static final int MOST_PANELS = 12;

  private static final double[] ZEROS = new double[COLUMNS];

  private final PackedTile tile = new PackedTile();
  private final LanePanels left = new LanePanels(ROWS);
  private final LanePanels right = new LanePanels(COLUMNS);
  private final double[] sums = new double[MOST_PANELS * TILE_LANES];
  private final double[] row = new double[COLUMNS];
  private double[] lanes = sums;
  private int lanesAt;
  private boolean fromZero;

  /** G over all samples at once. */
  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    right.pack(d, 0, d.getRowDimension());
    int rows = x.getRowDimension();
    int height = rowsAtOnce(x);
    for (int i = 0; i < rows; i += height) {
      int count = Math.min(height, rows - i);
      left.pack(x, i, count);
      for (int u = 0; u < target.getColumnDimension(); u += COLUMNS) {
        into(sums, 0, true);
        addProducts(count, u / COLUMNS, x.getColumnDimension());
        combine(target, i, count, u);
      }
    }
  }

  /** The sum over no samples, of which {@link #add} keeps the lanes. */
  OuterProductSum sum(int inputs, int units) {
    return new TileLanes(inputs, units);
  }

  private static int rowsAtOnce(DenseMatrix x) {
    long panels = CACHE / LanePanels.bytes(x.getColumnDimension());
    return ROWS * (int) Math.max(2, Math.min(MOST_PANELS, panels));
  }

  /** Where the lanes of the next tiles are, and whether they start from 0 or go on. */
  private void into(double[] chosen, int at, boolean empty) {
    lanes = chosen;
    lanesAt = at;
    fromZero = empty;
  }

  /** The packed rows of X times one panel of D, over all samples. */
  private void addProducts(int rows, int panel, int samples) {
    int depth = right.depth();
    for (int lane = 0; lane < LANES; lane++) {
      int count = (samples - lane + LANES - 1) / LANES;
      for (int block = 0; block < right.blocks(); block++) {
        int ks = Math.min(depth, count - block * depth);
        int to = lanesAt + lane * TILE;
        if (fromZero && block == 0) {
          tile.from(ZEROS, 0, 0, 0);
        } else {
          tile.from(lanes, to, COLUMNS, TILE_LANES);
        }
        tile.into(lanes, to, COLUMNS, TILE_LANES);
        left.giveTo(tile, lane, block);
        tile.multiply(right.array(panel, lane, block), ks, (rows + ROWS - 1) / ROWS);
      }
    }
  }

  /**
   * Puts the lanes of a column of tiles together: some rows of the target, and up to eight columns.
   */
  private void combine(DenseMatrix target, int i, int rows, int u) {
    int units = target.getColumnDimension();
    int count = Math.min(COLUMNS, units - u);
    for (int r = 0; r < rows; r++) {
      int from = lanesAt + r / ROWS * TILE_LANES + r % ROWS * COLUMNS;
      int to = (i + r) * units + u;
      if (count == COLUMNS) {
        combineRow(lanes, from, target.values(), to);
      } else {
        combineRow(lanes, from, row, 0);
        System.arraycopy(row, 0, target.values(), to, count);
      }
    }
  }

  /** The fixed tree of {@link LaneSum} for the eight elements of a row. */
  private static void combineRow(double[] lanes, int from, double[] g, int to) {
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

  /** A sum that keeps the lanes tile by tile: an array for each panel of D. */
  private final class TileLanes implements OuterProductSum {
    private final double[][] kept;
    private boolean isEmpty = true;

    TileLanes(int inputs, int units) {
      int panels = (units + COLUMNS - 1) / COLUMNS;
      this.kept = new double[panels][(inputs + ROWS - 1) / ROWS * TILE_LANES];
    }

    @Override
    public void clear() {
      isEmpty = true;
    }

    @Override
    public void add(DenseMatrix x, DenseMatrix d) {
      right.pack(d, 0, d.getRowDimension());
      int rows = x.getRowDimension();
      int height = rowsAtOnce(x);
      for (int i = 0; i < rows; i += height) {
        int count = Math.min(height, rows - i);
        left.pack(x, i, count);
        int at = i / ROWS * TILE_LANES;
        for (int panel = 0; panel < kept.length; panel++) {
          into(kept[panel], at, isEmpty);
          addProducts(count, panel, x.getColumnDimension());
        }
      }
      isEmpty = false;
    }

    @Override
    public void writeTo(DenseMatrix target) {
      if (isEmpty) {
        Arrays.fill(target.values(), 0);
        return;
      }
      for (int panel = 0; panel < kept.length; panel++) {
        into(kept[panel], 0, false);
        combine(target, 0, target.getRowDimension(), panel * COLUMNS);
      }
    }
  }
}
