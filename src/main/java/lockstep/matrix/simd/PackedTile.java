package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * The innermost part of every large product: six rows times eight columns, whose sums fill twelve
 * of sixteen registers, from two arrays in which all that it needs is in order.
 */
final class PackedTile {
  static final int ROWS = 6;
  static final int COLUMNS = 2 * WIDTH;

  private final double[] left;
  private final double[] right;

  PackedTile(int leftSize, int rightSize) {
    this.left = new double[leftSize];
    this.right = new double[rightSize];
  }

  /** Panels of six rows, k by k. */
  double[] left() {
    return left;
  }

  /** Panels of eight columns, k by k. */
  double[] right() {
    return right;
  }

  /**
   * C += A B, k by k with fused operations.
   *
   * @param a where the six rows begin
   * @param b where the eight columns begin
   * @param depth how many k
   * @param c the sums
   * @param at where the tile's first sum is
   * @param columns from one row of sums to the next
   */
  void multiply(int a, int b, int depth, double[] c, int at, int columns) {
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
