package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;
import lockstep.matrix.DenseMatrix;

/**
 * C = F B for a left side of few rows: up to four rows of eight samples at a time stay in
 * registers, and nothing is copied.
 */
final class NarrowProduct {
  private NarrowProduct() {}

  static void multiply(Factors factors, DenseMatrix right, DenseMatrix target) {
    double[] b = right.values();
    int rows = target.getRowDimension();
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      tile4(row, factors, b, target);
    }
    switch (rows - row) {
      case 3 -> tile3(row, factors, b, target);
      case 2 -> tile2(row, factors, b, target);
      case 1 -> tile1(row, factors, b, target);
      default -> {}
    }
  }

  /** Rows row to row + 3. */
  private static void tile4(int row, Factors factors, double[] b, DenseMatrix target) {
    double[] c = target.values();
    int columns = target.getColumnDimension();
    double[] a = factors.values();
    int step = factors.step();
    int whole = columns - columns % (2 * WIDTH);
    int a0 = factors.at(row);
    int c0 = (row) * columns;
    int a1 = factors.at(row + 1);
    int c1 = (row + 1) * columns;
    int a2 = factors.at(row + 2);
    int c2 = (row + 2) * columns;
    int a3 = factors.at(row + 3);
    int c3 = (row + 3) * columns;
    for (int j = 0; j < whole; j += 2 * WIDTH) {
      DoubleVector s0 = broadcast(DOUBLES, factors.start(row));
      DoubleVector t0 = s0;
      DoubleVector s1 = broadcast(DOUBLES, factors.start(row + 1));
      DoubleVector t1 = s1;
      DoubleVector s2 = broadcast(DOUBLES, factors.start(row + 2));
      DoubleVector t2 = s2;
      DoubleVector s3 = broadcast(DOUBLES, factors.start(row + 3));
      DoubleVector t3 = s3;
      for (int k = 0, at = 0; k < factors.count(); k++, at += step) {
        DoubleVector x = fromArray(DOUBLES, b, k * columns + j);
        DoubleVector y = fromArray(DOUBLES, b, k * columns + j + WIDTH);
        DoubleVector f0 = broadcast(DOUBLES, a[a0 + at]);
        s0 = x.fma(f0, s0);
        t0 = y.fma(f0, t0);
        DoubleVector f1 = broadcast(DOUBLES, a[a1 + at]);
        s1 = x.fma(f1, s1);
        t1 = y.fma(f1, t1);
        DoubleVector f2 = broadcast(DOUBLES, a[a2 + at]);
        s2 = x.fma(f2, s2);
        t2 = y.fma(f2, t2);
        DoubleVector f3 = broadcast(DOUBLES, a[a3 + at]);
        s3 = x.fma(f3, s3);
        t3 = y.fma(f3, t3);
      }
      s0.intoArray(c, c0 + j);
      t0.intoArray(c, c0 + j + WIDTH);
      s1.intoArray(c, c1 + j);
      t1.intoArray(c, c1 + j + WIDTH);
      s2.intoArray(c, c2 + j);
      t2.intoArray(c, c2 + j + WIDTH);
      s3.intoArray(c, c3 + j);
      t3.intoArray(c, c3 + j + WIDTH);
    }
    rest(row, row + 4, factors, b, target);
  }

  /** Rows row to row + 2. */
  private static void tile3(int row, Factors factors, double[] b, DenseMatrix target) {
    double[] c = target.values();
    int columns = target.getColumnDimension();
    double[] a = factors.values();
    int step = factors.step();
    int whole = columns - columns % (2 * WIDTH);
    int a0 = factors.at(row);
    int c0 = (row) * columns;
    int a1 = factors.at(row + 1);
    int c1 = (row + 1) * columns;
    int a2 = factors.at(row + 2);
    int c2 = (row + 2) * columns;
    for (int j = 0; j < whole; j += 2 * WIDTH) {
      DoubleVector s0 = broadcast(DOUBLES, factors.start(row));
      DoubleVector t0 = s0;
      DoubleVector s1 = broadcast(DOUBLES, factors.start(row + 1));
      DoubleVector t1 = s1;
      DoubleVector s2 = broadcast(DOUBLES, factors.start(row + 2));
      DoubleVector t2 = s2;
      for (int k = 0, at = 0; k < factors.count(); k++, at += step) {
        DoubleVector x = fromArray(DOUBLES, b, k * columns + j);
        DoubleVector y = fromArray(DOUBLES, b, k * columns + j + WIDTH);
        DoubleVector f0 = broadcast(DOUBLES, a[a0 + at]);
        s0 = x.fma(f0, s0);
        t0 = y.fma(f0, t0);
        DoubleVector f1 = broadcast(DOUBLES, a[a1 + at]);
        s1 = x.fma(f1, s1);
        t1 = y.fma(f1, t1);
        DoubleVector f2 = broadcast(DOUBLES, a[a2 + at]);
        s2 = x.fma(f2, s2);
        t2 = y.fma(f2, t2);
      }
      s0.intoArray(c, c0 + j);
      t0.intoArray(c, c0 + j + WIDTH);
      s1.intoArray(c, c1 + j);
      t1.intoArray(c, c1 + j + WIDTH);
      s2.intoArray(c, c2 + j);
      t2.intoArray(c, c2 + j + WIDTH);
    }
    rest(row, row + 3, factors, b, target);
  }

  /** Rows row to row + 1. */
  private static void tile2(int row, Factors factors, double[] b, DenseMatrix target) {
    double[] c = target.values();
    int columns = target.getColumnDimension();
    double[] a = factors.values();
    int step = factors.step();
    int whole = columns - columns % (2 * WIDTH);
    int a0 = factors.at(row);
    int c0 = (row) * columns;
    int a1 = factors.at(row + 1);
    int c1 = (row + 1) * columns;
    for (int j = 0; j < whole; j += 2 * WIDTH) {
      DoubleVector s0 = broadcast(DOUBLES, factors.start(row));
      DoubleVector t0 = s0;
      DoubleVector s1 = broadcast(DOUBLES, factors.start(row + 1));
      DoubleVector t1 = s1;
      for (int k = 0, at = 0; k < factors.count(); k++, at += step) {
        DoubleVector x = fromArray(DOUBLES, b, k * columns + j);
        DoubleVector y = fromArray(DOUBLES, b, k * columns + j + WIDTH);
        DoubleVector f0 = broadcast(DOUBLES, a[a0 + at]);
        s0 = x.fma(f0, s0);
        t0 = y.fma(f0, t0);
        DoubleVector f1 = broadcast(DOUBLES, a[a1 + at]);
        s1 = x.fma(f1, s1);
        t1 = y.fma(f1, t1);
      }
      s0.intoArray(c, c0 + j);
      t0.intoArray(c, c0 + j + WIDTH);
      s1.intoArray(c, c1 + j);
      t1.intoArray(c, c1 + j + WIDTH);
    }
    rest(row, row + 2, factors, b, target);
  }

  /** Rows row to row + 0. */
  private static void tile1(int row, Factors factors, double[] b, DenseMatrix target) {
    double[] c = target.values();
    int columns = target.getColumnDimension();
    double[] a = factors.values();
    int step = factors.step();
    int whole = columns - columns % (2 * WIDTH);
    int a0 = factors.at(row);
    int c0 = (row) * columns;
    for (int j = 0; j < whole; j += 2 * WIDTH) {
      DoubleVector s0 = broadcast(DOUBLES, factors.start(row));
      DoubleVector t0 = s0;
      for (int k = 0, at = 0; k < factors.count(); k++, at += step) {
        DoubleVector x = fromArray(DOUBLES, b, k * columns + j);
        DoubleVector y = fromArray(DOUBLES, b, k * columns + j + WIDTH);
        DoubleVector f0 = broadcast(DOUBLES, a[a0 + at]);
        s0 = x.fma(f0, s0);
        t0 = y.fma(f0, t0);
      }
      s0.intoArray(c, c0 + j);
      t0.intoArray(c, c0 + j + WIDTH);
    }
    rest(row, row + 1, factors, b, target);
  }

  /** The columns after the last whole pair of vectors. */
  private static void rest(int row, int end, Factors factors, double[] b, DenseMatrix target) {
    int columns = target.getColumnDimension();
    double[] a = factors.values();
    for (int r = row; r < end; r++) {
      for (int j = columns - columns % (2 * WIDTH); j < columns; j++) {
        double sum = factors.start(r);
        for (int k = 0; k < factors.count(); k++) {
          sum = Math.fma(a[factors.at(r) + k * factors.step()], b[k * columns + j], sum);
        }
        target.values()[r * columns + j] = sum;
      }
    }
  }
}
