package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * The innermost part of every large product: five rows times eight columns, whose sums fill ten of
 * sixteen registers, from two arrays in which all that it needs is in order.
 *
 * <p>Ten sums hide the latency of two fused operations a cycle, and the other registers are enough
 * for whatever order the compiler gives to the loads; with twelve sums it keeps some in memory.
 * Both panels have eight places for each k and are arrays of their own, so that k serves both as it
 * is: the compiler takes all checks out of the loop, and no place is calculated in it.
 */
final class PackedTile {
  static final int ROWS = 5;
  static final int COLUMNS = 2 * WIDTH;

  /** From one k to the next, in the panels of both sides. */
  static final int STEP = 8;

  private double[] source;
  private int sourceAt;
  private int sourceStep;
  private int sourceStride;
  private double[] target;
  private int targetAt;
  private int targetStep;
  private int targetStride;
  private double[][] panels;
  private int leftAt;
  private int leftStride;

  /** Where the sums start from, how far apart their rows are, and how far apart the tiles. */
  void from(double[] sums, int at, int step, int stride) {
    source = sums;
    sourceAt = at;
    sourceStep = step;
    sourceStride = stride;
  }

  /** Where the sums go, how far apart their rows are, and how far apart the tiles. */
  void into(double[] sums, int at, int step, int stride) {
    target = sums;
    targetAt = at;
    targetStep = step;
    targetStride = stride;
  }

  /** The panels of the left side: five rows each, in eight places for each k. */
  void left(double[][] chosen, int first, int stride) {
    panels = chosen;
    leftAt = first;
    leftStride = stride;
  }

  /**
   * C + A B, k by k with fused operations, for some tiles one below the other.
   *
   * @param right eight columns
   * @param depth how many k
   * @param count how many tiles
   */
  void multiply(double[] right, int depth, int count) {
    for (int tile = 0; tile < count; tile++) {
      multiply(panels[leftAt + tile * leftStride], right, depth, tile);
    }
  }

  private void multiply(double[] left, double[] right, int depth, int tile) {
    double[] c = source;
    int at = sourceAt + tile * sourceStride;
    int step = sourceStep;
    DoubleVector s0 = fromArray(DOUBLES, c, at);
    DoubleVector t0 = fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector s1 = fromArray(DOUBLES, c, at + step);
    DoubleVector t1 = fromArray(DOUBLES, c, at + step + WIDTH);
    DoubleVector s2 = fromArray(DOUBLES, c, at + 2 * step);
    DoubleVector t2 = fromArray(DOUBLES, c, at + 2 * step + WIDTH);
    DoubleVector s3 = fromArray(DOUBLES, c, at + 3 * step);
    DoubleVector t3 = fromArray(DOUBLES, c, at + 3 * step + WIDTH);
    DoubleVector s4 = fromArray(DOUBLES, c, at + 4 * step);
    DoubleVector t4 = fromArray(DOUBLES, c, at + 4 * step + WIDTH);
    int end = depth * STEP;
    for (int k = 0; k < end; k += STEP) {
      DoubleVector x = fromArray(DOUBLES, right, k);
      DoubleVector y = fromArray(DOUBLES, right, k + WIDTH);
      DoubleVector f0 = broadcast(DOUBLES, left[k]);
      s0 = x.fma(f0, s0);
      t0 = y.fma(f0, t0);
      DoubleVector f1 = broadcast(DOUBLES, left[k + 1]);
      s1 = x.fma(f1, s1);
      t1 = y.fma(f1, t1);
      DoubleVector f2 = broadcast(DOUBLES, left[k + 2]);
      s2 = x.fma(f2, s2);
      t2 = y.fma(f2, t2);
      DoubleVector f3 = broadcast(DOUBLES, left[k + 3]);
      s3 = x.fma(f3, s3);
      t3 = y.fma(f3, t3);
      DoubleVector f4 = broadcast(DOUBLES, left[k + 4]);
      s4 = x.fma(f4, s4);
      t4 = y.fma(f4, t4);
    }
    c = target;
    at = targetAt + tile * targetStride;
    step = targetStep;
    s0.intoArray(c, at);
    t0.intoArray(c, at + WIDTH);
    s1.intoArray(c, at + step);
    t1.intoArray(c, at + step + WIDTH);
    s2.intoArray(c, at + 2 * step);
    t2.intoArray(c, at + 2 * step + WIDTH);
    s3.intoArray(c, at + 3 * step);
    t3.intoArray(c, at + 3 * step + WIDTH);
    s4.intoArray(c, at + 4 * step);
    t4.intoArray(c, at + 4 * step + WIDTH);
  }
}
