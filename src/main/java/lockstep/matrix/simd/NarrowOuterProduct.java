package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/** G = X Dᵀ for few rows on one side: two by two elements with their eight lanes in registers. */
final class NarrowOuterProduct {
  private static final double[] NONE = {};

  private double[] own = NONE;
  private double[] lanes = NONE;

  void multiply(DenseMatrix x, DenseMatrix d, DenseMatrix target) {
    double[] values = target.values();
    if (own.length < values.length * LaneSum.LANES) {
      own = new double[values.length * LaneSum.LANES];
    }
    Arrays.fill(own, 0, values.length * LaneSum.LANES, 0);
    add(x, d, own);
    for (int i = 0; i < values.length; i++) {
      values[i] = LaneSum.combined(own, i * LaneSum.LANES);
    }
  }

  /** Adds to the eight lanes of each element, which stand one after the other. */
  void add(DenseMatrix x, DenseMatrix d, double[] sums) {
    lanes = sums;
    int rows = x.getRowDimension();
    int columns = d.getRowDimension();
    for (int i = 0; i < rows; i += 2) {
      for (int u = 0; u < columns; u += 2) {
        if (i + 1 < rows) {
          twoRows(x, i, d, u);
        } else if (u + 1 < columns) {
          tile12(x, i, d, u);
        } else {
          tile11(x, i, d, u);
        }
      }
    }
    addRest(x, d);
  }

  private void twoRows(DenseMatrix x, int i, DenseMatrix d, int u) {
    if (u + 1 < d.getRowDimension()) {
      tile22(x, i, d, u);
    } else {
      tile21(x, i, d, u);
    }
  }

  /** 2 x 2 elements. */
  private void tile22(DenseMatrix x, int i, DenseMatrix d, int u) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    int units = d.getRowDimension();
    double[] left = x.values();
    double[] right = d.values();
    double[] sums = lanes;
    int x0 = i * n;
    int x1 = (i + 1) * n;
    int d0 = u * n;
    int d1 = (u + 1) * n;
    int l00 = (i * units + u) * LaneSum.LANES;
    int l01 = (i * units + u + 1) * LaneSum.LANES;
    int l10 = ((i + 1) * units + u) * LaneSum.LANES;
    int l11 = ((i + 1) * units + u + 1) * LaneSum.LANES;
    DoubleVector s00 = fromArray(DOUBLES, sums, l00);
    DoubleVector t00 = fromArray(DOUBLES, sums, l00 + WIDTH);
    DoubleVector s01 = fromArray(DOUBLES, sums, l01);
    DoubleVector t01 = fromArray(DOUBLES, sums, l01 + WIDTH);
    DoubleVector s10 = fromArray(DOUBLES, sums, l10);
    DoubleVector t10 = fromArray(DOUBLES, sums, l10 + WIDTH);
    DoubleVector s11 = fromArray(DOUBLES, sums, l11);
    DoubleVector t11 = fromArray(DOUBLES, sums, l11 + WIDTH);
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
    s00.intoArray(sums, l00);
    t00.intoArray(sums, l00 + WIDTH);
    s01.intoArray(sums, l01);
    t01.intoArray(sums, l01 + WIDTH);
    s10.intoArray(sums, l10);
    t10.intoArray(sums, l10 + WIDTH);
    s11.intoArray(sums, l11);
    t11.intoArray(sums, l11 + WIDTH);
  }

  /** 2 x 1 elements. */
  private void tile21(DenseMatrix x, int i, DenseMatrix d, int u) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    int units = d.getRowDimension();
    double[] left = x.values();
    double[] right = d.values();
    double[] sums = lanes;
    int x0 = i * n;
    int x1 = (i + 1) * n;
    int d0 = u * n;
    int l00 = (i * units + u) * LaneSum.LANES;
    int l10 = ((i + 1) * units + u) * LaneSum.LANES;
    DoubleVector s00 = fromArray(DOUBLES, sums, l00);
    DoubleVector t00 = fromArray(DOUBLES, sums, l00 + WIDTH);
    DoubleVector s10 = fromArray(DOUBLES, sums, l10);
    DoubleVector t10 = fromArray(DOUBLES, sums, l10 + WIDTH);
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
    s00.intoArray(sums, l00);
    t00.intoArray(sums, l00 + WIDTH);
    s10.intoArray(sums, l10);
    t10.intoArray(sums, l10 + WIDTH);
  }

  /** 1 x 2 elements. */
  private void tile12(DenseMatrix x, int i, DenseMatrix d, int u) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    int units = d.getRowDimension();
    double[] left = x.values();
    double[] right = d.values();
    double[] sums = lanes;
    int x0 = i * n;
    int d0 = u * n;
    int d1 = (u + 1) * n;
    int l00 = (i * units + u) * LaneSum.LANES;
    int l01 = (i * units + u + 1) * LaneSum.LANES;
    DoubleVector s00 = fromArray(DOUBLES, sums, l00);
    DoubleVector t00 = fromArray(DOUBLES, sums, l00 + WIDTH);
    DoubleVector s01 = fromArray(DOUBLES, sums, l01);
    DoubleVector t01 = fromArray(DOUBLES, sums, l01 + WIDTH);
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
    s00.intoArray(sums, l00);
    t00.intoArray(sums, l00 + WIDTH);
    s01.intoArray(sums, l01);
    t01.intoArray(sums, l01 + WIDTH);
  }

  /** 1 x 1 elements. */
  private void tile11(DenseMatrix x, int i, DenseMatrix d, int u) {
    int n = x.getColumnDimension();
    int whole = n - n % LaneSum.LANES;
    int units = d.getRowDimension();
    double[] left = x.values();
    double[] right = d.values();
    double[] sums = lanes;
    int x0 = i * n;
    int d0 = u * n;
    int l00 = (i * units + u) * LaneSum.LANES;
    DoubleVector s00 = fromArray(DOUBLES, sums, l00);
    DoubleVector t00 = fromArray(DOUBLES, sums, l00 + WIDTH);
    for (int k = 0; k < whole; k += LaneSum.LANES) {
      DoubleVector p0 = fromArray(DOUBLES, left, x0 + k);
      DoubleVector q0 = fromArray(DOUBLES, left, x0 + k + WIDTH);
      DoubleVector v0 = fromArray(DOUBLES, right, d0 + k);
      DoubleVector w0 = fromArray(DOUBLES, right, d0 + k + WIDTH);
      s00 = p0.fma(v0, s00);
      t00 = q0.fma(w0, t00);
    }
    s00.intoArray(sums, l00);
    t00.intoArray(sums, l00 + WIDTH);
  }

  /** The samples after the last whole eight. */
  private void addRest(DenseMatrix x, DenseMatrix d) {
    int n = x.getColumnDimension();
    int units = d.getRowDimension();
    for (int sample = n - n % LaneSum.LANES; sample < n; sample++) {
      for (int i = 0; i < x.getRowDimension(); i++) {
        for (int u = 0; u < units; u++) {
          int at = (i * units + u) * LaneSum.LANES + sample % LaneSum.LANES;
          lanes[at] = Math.fma(x.values()[i * n + sample], d.values()[u * n + sample], lanes[at]);
        }
      }
    }
  }
}
