package lockstep.matrix.simd;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/**
 * Rows of samples, copied in the order in which {@link PackedTile} reads them: panels of some rows,
 * each dealt out to eight lanes of every eighth sample, each of these in blocks.
 */
final class LanePanels {
  private static final int STEP = PackedTile.STEP;
  private static final int LANES = LaneSum.LANES;

  /** Most samples of one lane in a block. */
  private static final int DEPTH = 192;

  private final int height;
  private double[][] arrays = {};
  private int blocks;
  private int depth;

  /** With so many rows in a panel. */
  LanePanels(int height) {
    this.height = height;
  }

  /** The bytes that a panel of so many samples takes. */
  static long bytes(int samples) {
    return (long) LANES * ((samples + LANES - 1) / LANES) * STEP * Double.BYTES;
  }

  /** Into how many blocks each lane is divided. */
  int blocks() {
    return blocks;
  }

  /** How many samples a block has, but for the last one of a lane. */
  int depth() {
    return depth;
  }

  double[] array(int panel, int lane, int block) {
    return arrays[place(panel, lane, block)];
  }

  /** Makes all panels the left side of tiles, for one lane and block. */
  void giveTo(PackedTile tile, int lane, int block) {
    tile.left(arrays, place(0, lane, block), LANES * blocks);
  }

  private int place(int panel, int lane, int block) {
    return (panel * LANES + lane) * blocks + block;
  }

  /** Copies some rows of a matrix. */
  void pack(DenseMatrix source, int row, int rows) {
    int samples = source.getColumnDimension();
    makeRoom(samples, (rows + height - 1) / height);
    int whole = samples / LANES;
    for (int r = 0; r < rows; r++) {
      for (int first = 0; first < whole; first += depth) {
        int from = (row + r) * samples + first * LANES;
        int place = place(r / height, 0, first / depth);
        copyLanes(source.values(), from, place, r % height, Math.min(depth, whole - first));
      }
    }
    packRest(source, row, rows);
  }

  private void makeRoom(int samples, int panels) {
    int samplesOfLane = (samples + LANES - 1) / LANES;
    blocks = (samplesOfLane + DEPTH - 1) / DEPTH;
    depth = (samplesOfLane + blocks - 1) / blocks;
    int count = panels * LANES * blocks;
    int room = arrays.length == 0 ? 0 : arrays[0].length;
    if (arrays.length < count || room < depth * STEP) {
      arrays = new double[Math.max(arrays.length, count)][Math.max(room, depth * STEP)];
    }
  }

  /** Deals eight samples at a time out to the eight lanes of a panel. */
  private void copyLanes(double[] x, int from, int place, int to, int count) {
    double[] lane0 = arrays[place];
    double[] lane1 = arrays[place + blocks];
    double[] lane2 = arrays[place + 2 * blocks];
    double[] lane3 = arrays[place + 3 * blocks];
    double[] lane4 = arrays[place + 4 * blocks];
    double[] lane5 = arrays[place + 5 * blocks];
    double[] lane6 = arrays[place + 6 * blocks];
    double[] lane7 = arrays[place + 7 * blocks];
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

  /** The samples after the last whole eight. */
  private void packRest(DenseMatrix source, int row, int rows) {
    int samples = source.getColumnDimension();
    int whole = samples / LANES;
    for (int r = 0; r < rows; r++) {
      for (int sample = whole * LANES; sample < samples; sample++) {
        double[] array = arrays[place(r / height, sample % LANES, whole / depth)];
        array[whole % depth * STEP + r % height] = source.values()[(row + r) * samples + sample];
      }
    }
  }
}
