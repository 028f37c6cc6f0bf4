package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.DoubleVector.zero;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/** G = X Dᵀ for few rows on one side: two by two elements with their eight lanes in registers. */
final class NarrowOuterProduct {
  private final double[] lanes = new double[LaneSum.LANES];

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    int rows = target.getRowDimension();
    int columns = target.getColumnDimension();
    for (int i = 0; i < rows; i += 2) {
      for (int u = 0; u < columns; u += 2) {
        if (i + 1 < rows) {
          twoRows(x, i, d, u, target);
        } else if (u + 1 < columns) {
          tile12(x, i, d, u, target);
        } else {
          tile11(x, i, d, u, target);
        }
      }
    }
  }

  private void twoRows(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    if (u + 1 < target.getColumnDimension()) {
      tile22(x, i, d, u, target);
    } else {
      tile21(x, i, d, u, target);
    }
  }

  /** 2 x 2 elements. */
  private void tile22(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    double[] left = x.values();
    double[] right = d.values();
    int x0 = (i) * n;
    int x1 = (i + 1) * n;
    int d0 = (u) * n;
    int d1 = (u + 1) * n;
    DoubleVector s00 = zero(DOUBLES);
    DoubleVector t00 = zero(DOUBLES);
    DoubleVector s01 = zero(DOUBLES);
    DoubleVector t01 = zero(DOUBLES);
    DoubleVector s10 = zero(DOUBLES);
    DoubleVector t10 = zero(DOUBLES);
    DoubleVector s11 = zero(DOUBLES);
    DoubleVector t11 = zero(DOUBLES);
    for (int k = 0; k < whole; k += LaneSum.LANES) {
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      DoubleVector q0 = fromArray(DOUBLES, left, x0 + k + WIDTH);
      DoubleVector p1 = fromArray(DOUBLES, left, x1 + k);
      DoubleVector q1 = fromArray(DOUBLES, left, x1 + k + WIDTH);
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector w0 = fromArray(DOUBLES, right, d0 + k + WIDTH);
      s00 = p0.fma(v0, s00);
      t00 = q0.fma(w0, t00);
      s10 = p1.fma(v0, s10);
      t10 = q1.fma(w0, t10);
      DoubleVector v1 = fromArray(DOUBLES, right, d1 + k);
      DoubleVector w1 = fromArray(DOUBLES, right, d1 + k + WIDTH);
      s01 = p0.fma(v1, s01);
      t01 = q0.fma(w1, t01);
      s11 = p1.fma(v1, s11);
      t11 = q1.fma(w1, t11);
    }
    int units = target.getColumnDimension();
    s00.intoArray(lanes, 0);
    t00.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u] = total(left, x0 + whole, right, d0 + whole, n - whole);
    s01.intoArray(lanes, 0);
    t01.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u + 1] = total(left, x0 + whole, right, d1 + whole, n - whole);
    s10.intoArray(lanes, 0);
    t10.intoArray(lanes, WIDTH);
    target.values()[(i + 1) * units + u] = total(left, x1 + whole, right, d0 + whole, n - whole);
    s11.intoArray(lanes, 0);
    t11.intoArray(lanes, WIDTH);
    target.values()[(i + 1) * units + u + 1] =
        total(left, x1 + whole, right, d1 + whole, n - whole);
  }

  /** 2 x 1 elements. */
  private void tile21(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    double[] left = x.values();
    double[] right = d.values();
    int x0 = (i) * n;
    int x1 = (i + 1) * n;
    int d0 = (u) * n;
    DoubleVector s00 = zero(DOUBLES);
    DoubleVector t00 = zero(DOUBLES);
    DoubleVector s10 = zero(DOUBLES);
    DoubleVector t10 = zero(DOUBLES);
    for (int k = 0; k < whole; k += LaneSum.LANES) {
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      DoubleVector q0 = fromArray(DOUBLES, left, x0 + k + WIDTH);
      DoubleVector p1 = fromArray(DOUBLES, left, x1 + k);
      DoubleVector q1 = fromArray(DOUBLES, left, x1 + k + WIDTH);
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector w0 = fromArray(DOUBLES, right, d0 + k + WIDTH);
      s00 = p0.fma(v0, s00);
      t00 = q0.fma(w0, t00);
      s10 = p1.fma(v0, s10);
      t10 = q1.fma(w0, t10);
    }
    int units = target.getColumnDimension();
    s00.intoArray(lanes, 0);
    t00.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u] = total(left, x0 + whole, right, d0 + whole, n - whole);
    s10.intoArray(lanes, 0);
    t10.intoArray(lanes, WIDTH);
    target.values()[(i + 1) * units + u] = total(left, x1 + whole, right, d0 + whole, n - whole);
  }

  /** 1 x 2 elements. */
  private void tile12(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    double[] left = x.values();
    double[] right = d.values();
    int x0 = (i) * n;
    int d0 = (u) * n;
    int d1 = (u + 1) * n;
    DoubleVector s00 = zero(DOUBLES);
    DoubleVector t00 = zero(DOUBLES);
    DoubleVector s01 = zero(DOUBLES);
    DoubleVector t01 = zero(DOUBLES);
    for (int k = 0; k < whole; k += LaneSum.LANES) {
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      DoubleVector q0 = fromArray(DOUBLES, left, x0 + k + WIDTH);
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector w0 = fromArray(DOUBLES, right, d0 + k + WIDTH);
      s00 = p0.fma(v0, s00);
      t00 = q0.fma(w0, t00);
      DoubleVector v1 = fromArray(DOUBLES, right, d1 + k);
      DoubleVector w1 = fromArray(DOUBLES, right, d1 + k + WIDTH);
      s01 = p0.fma(v1, s01);
      t01 = q0.fma(w1, t01);
    }
    int units = target.getColumnDimension();
    s00.intoArray(lanes, 0);
    t00.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u] = total(left, x0 + whole, right, d0 + whole, n - whole);
    s01.intoArray(lanes, 0);
    t01.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u + 1] = total(left, x0 + whole, right, d1 + whole, n - whole);
  }

  /** 1 x 1 elements. */
  private void tile11(DenseMatrix x, int i, DenseMatrix d, int u, DenseMatrix target) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    double[] left = x.values();
    double[] right = d.values();
    int x0 = (i) * n;
    int d0 = (u) * n;
    DoubleVector s00 = zero(DOUBLES);
    DoubleVector t00 = zero(DOUBLES);
    for (int k = 0; k < whole; k += LaneSum.LANES) {
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      DoubleVector q0 = fromArray(DOUBLES, left, x0 + k + WIDTH);
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector w0 = fromArray(DOUBLES, right, d0 + k + WIDTH);
      s00 = p0.fma(v0, s00);
      t00 = q0.fma(w0, t00);
    }
    int units = target.getColumnDimension();
    s00.intoArray(lanes, 0);
    t00.intoArray(lanes, WIDTH);
    target.values()[(i) * units + u] = total(left, x0 + whole, right, d0 + whole, n - whole);
  }

  /** Adds the products that are left to the lanes, and the lanes to each other. */
  private double total(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    for (int lane = 0; lane < count; lane++) {
      lanes[lane] = Math.fma(left[leftFrom + lane], right[rightFrom + lane], lanes[lane]);
    }
    return LaneSum.combined(lanes, 0);
  }
}
