package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Rectifier;

/**
 * C = F B for a left side of few rows or few columns, with a last step on each element of C.
 *
 * <p>One row of C takes up to four rows of B at a time, whose factors stay in registers. Those
 * passes are written out for each number of rows: a loop over two or four of them costs more than
 * the work in it. Nothing is copied.
 */
final class NarrowProduct {
  /** Samples of one pass: four rows of B and one of C fit into half of the smallest caches. */
  private static final int BLOCK = 512;

  private static final int STEP = 2 * WIDTH;

  /** No number is at most this. */
  private static final double NEVER = Double.NaN;

  private static final double[] NO_GATES = {};

  private double border;
  private double[] gates;
  private Factors factors;
  private double[] b;
  private double[] c;
  private int columns;
  private int from;
  private int to;

  /** C = F B. */
  void multiply(Factors left, DenseMatrix right, DenseMatrix target) {
    border = NEVER;
    gates = NO_GATES;
    run(left, right, target);
  }

  /** C = max(0, F B). */
  void multiplyRectified(Factors left, DenseMatrix right, DenseMatrix target) {
    border = 0;
    gates = NO_GATES;
    run(left, right, target);
  }

  /** C = F B, each element times 1 where its gate is above 0, else times 0. */
  void multiplyGated(Factors left, DenseMatrix right, DenseMatrix target, DenseMatrix gate) {
    border = NEVER;
    gates = gate.values();
    run(left, right, target);
  }

  private void run(Factors left, DenseMatrix right, DenseMatrix target) {
    factors = left;
    b = right.values();
    c = target.values();
    columns = target.getColumnDimension();
    int rows = target.getRowDimension();
    int whole = columns - columns % STEP;
    for (from = 0; from < whole; from = to) {
      to = Math.min(from + BLOCK, whole);
      int last = (left.count() - 1) & -4;
      for (int k = 0; k < last; k += 4) {
        for (int row = 0; row < rows; row++) {
          addFour(row, k);
        }
      }
      for (int row = 0; row < rows; row++) {
        complete(row, last);
      }
    }
    for (int row = 0; row < rows; row++) {
      rest(row, whole);
    }
  }

  private void complete(int row, int k) {
    if (k > 0) {
      completeLong(row, k);
      return;
    }
    switch (factors.count()) {
      case 1 -> complete1(row);
      case 2 -> complete2(row);
      case 3 -> complete3(row);
      default -> complete4(row);
    }
  }

  /** Four rows of B, from the start or on top of what stands in C. */
  private void addFour(int row, int k) {
    double[] f = factors.values();
    int step = factors.step();
    int at = factors.at(row) + k * step;
    DoubleVector f0 = broadcast(DOUBLES, f[at]);
    DoubleVector f1 = broadcast(DOUBLES, f[at + step]);
    DoubleVector f2 = broadcast(DOUBLES, f[at + 2 * step]);
    DoubleVector f3 = broadcast(DOUBLES, f[at + 3 * step]);
    double[] source = b;
    double[] target = c;
    int b0 = k * columns;
    int b1 = b0 + columns;
    int b2 = b1 + columns;
    int b3 = b2 + columns;
    int c0 = row * columns;
    if (k == 0) {
      Arrays.fill(target, c0 + from, c0 + to, factors.start(row));
    }
    for (int j = from; j < to; j += STEP) {
      DoubleVector s = fromArray(DOUBLES, target, c0 + j);
      DoubleVector t = fromArray(DOUBLES, target, c0 + j + WIDTH);
      s = fromArray(DOUBLES, source, b0 + j).fma(f0, s);
      t = fromArray(DOUBLES, source, b0 + j + WIDTH).fma(f0, t);
      s = fromArray(DOUBLES, source, b1 + j).fma(f1, s);
      t = fromArray(DOUBLES, source, b1 + j + WIDTH).fma(f1, t);
      s = fromArray(DOUBLES, source, b2 + j).fma(f2, s);
      t = fromArray(DOUBLES, source, b2 + j + WIDTH).fma(f2, t);
      s = fromArray(DOUBLES, source, b3 + j).fma(f3, s);
      t = fromArray(DOUBLES, source, b3 + j + WIDTH).fma(f3, t);
      s.intoArray(target, c0 + j);
      t.intoArray(target, c0 + j + WIDTH);
    }
  }

  /** The only row of B. */
  private void complete1(int row) {
    double[] f = factors.values();
    int at = factors.at(row);
    DoubleVector start = broadcast(DOUBLES, factors.start(row));
    DoubleVector f0 = broadcast(DOUBLES, f[at]);
    double[] source = b;
    double[] target = c;
    double[] gate = gates;
    boolean open = gate.length == 0;
    double limit = border;
    int c0 = row * columns;
    for (int j = from; j < to; j += STEP) {
      DoubleVector s = fromArray(DOUBLES, source, j).fma(f0, start);
      DoubleVector t = fromArray(DOUBLES, source, j + WIDTH).fma(f0, start);
      if (open) {
        s.blend(0, s.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j);
        t.blend(0, t.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j + WIDTH);
      } else {
        DoubleVector u = fromArray(DOUBLES, gate, c0 + j);
        DoubleVector v = fromArray(DOUBLES, gate, c0 + j + WIDTH);
        DoubleVector shut = broadcast(DOUBLES, 0);
        s.mul(shut.blend(1, u.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j);
        t.mul(shut.blend(1, v.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j + WIDTH);
      }
    }
  }

  /** All of 2 rows of B. */
  private void complete2(int row) {
    double[] f = factors.values();
    int step = factors.step();
    int at = factors.at(row);
    DoubleVector start = broadcast(DOUBLES, factors.start(row));
    DoubleVector f0 = broadcast(DOUBLES, f[at]);
    DoubleVector f1 = broadcast(DOUBLES, f[at + step]);
    double[] source = b;
    double[] target = c;
    double[] gate = gates;
    boolean open = gate.length == 0;
    double limit = border;
    int b1 = columns;
    int c0 = row * columns;
    for (int j = from; j < to; j += STEP) {
      DoubleVector s = fromArray(DOUBLES, source, j).fma(f0, start);
      DoubleVector t = fromArray(DOUBLES, source, j + WIDTH).fma(f0, start);
      s = fromArray(DOUBLES, source, b1 + j).fma(f1, s);
      t = fromArray(DOUBLES, source, b1 + j + WIDTH).fma(f1, t);
      if (open) {
        s.blend(0, s.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j);
        t.blend(0, t.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j + WIDTH);
      } else {
        DoubleVector u = fromArray(DOUBLES, gate, c0 + j);
        DoubleVector v = fromArray(DOUBLES, gate, c0 + j + WIDTH);
        DoubleVector shut = broadcast(DOUBLES, 0);
        s.mul(shut.blend(1, u.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j);
        t.mul(shut.blend(1, v.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j + WIDTH);
      }
    }
  }

  /** All of 3 rows of B. */
  private void complete3(int row) {
    double[] f = factors.values();
    int step = factors.step();
    int at = factors.at(row);
    DoubleVector start = broadcast(DOUBLES, factors.start(row));
    DoubleVector f0 = broadcast(DOUBLES, f[at]);
    DoubleVector f1 = broadcast(DOUBLES, f[at + step]);
    DoubleVector f2 = broadcast(DOUBLES, f[at + 2 * step]);
    double[] source = b;
    double[] target = c;
    double[] gate = gates;
    boolean open = gate.length == 0;
    double limit = border;
    int b1 = columns;
    int b2 = 2 * columns;
    int c0 = row * columns;
    for (int j = from; j < to; j += STEP) {
      DoubleVector s = fromArray(DOUBLES, source, j).fma(f0, start);
      DoubleVector t = fromArray(DOUBLES, source, j + WIDTH).fma(f0, start);
      s = fromArray(DOUBLES, source, b1 + j).fma(f1, s);
      t = fromArray(DOUBLES, source, b1 + j + WIDTH).fma(f1, t);
      s = fromArray(DOUBLES, source, b2 + j).fma(f2, s);
      t = fromArray(DOUBLES, source, b2 + j + WIDTH).fma(f2, t);
      if (open) {
        s.blend(0, s.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j);
        t.blend(0, t.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j + WIDTH);
      } else {
        DoubleVector u = fromArray(DOUBLES, gate, c0 + j);
        DoubleVector v = fromArray(DOUBLES, gate, c0 + j + WIDTH);
        DoubleVector shut = broadcast(DOUBLES, 0);
        s.mul(shut.blend(1, u.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j);
        t.mul(shut.blend(1, v.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j + WIDTH);
      }
    }
  }

  /** All of 4 rows of B. */
  private void complete4(int row) {
    double[] f = factors.values();
    int step = factors.step();
    int at = factors.at(row);
    DoubleVector start = broadcast(DOUBLES, factors.start(row));
    DoubleVector f0 = broadcast(DOUBLES, f[at]);
    DoubleVector f1 = broadcast(DOUBLES, f[at + step]);
    DoubleVector f2 = broadcast(DOUBLES, f[at + 2 * step]);
    DoubleVector f3 = broadcast(DOUBLES, f[at + 3 * step]);
    double[] source = b;
    double[] target = c;
    double[] gate = gates;
    boolean open = gate.length == 0;
    double limit = border;
    int b1 = columns;
    int b2 = 2 * columns;
    int b3 = 3 * columns;
    int c0 = row * columns;
    for (int j = from; j < to; j += STEP) {
      DoubleVector s = fromArray(DOUBLES, source, j).fma(f0, start);
      DoubleVector t = fromArray(DOUBLES, source, j + WIDTH).fma(f0, start);
      s = fromArray(DOUBLES, source, b1 + j).fma(f1, s);
      t = fromArray(DOUBLES, source, b1 + j + WIDTH).fma(f1, t);
      s = fromArray(DOUBLES, source, b2 + j).fma(f2, s);
      t = fromArray(DOUBLES, source, b2 + j + WIDTH).fma(f2, t);
      s = fromArray(DOUBLES, source, b3 + j).fma(f3, s);
      t = fromArray(DOUBLES, source, b3 + j + WIDTH).fma(f3, t);
      if (open) {
        s.blend(0, s.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j);
        t.blend(0, t.compare(VectorOperators.LE, limit)).intoArray(target, c0 + j + WIDTH);
      } else {
        DoubleVector u = fromArray(DOUBLES, gate, c0 + j);
        DoubleVector v = fromArray(DOUBLES, gate, c0 + j + WIDTH);
        DoubleVector shut = broadcast(DOUBLES, 0);
        s.mul(shut.blend(1, u.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j);
        t.mul(shut.blend(1, v.compare(VectorOperators.GT, 0))).intoArray(target, c0 + j + WIDTH);
      }
    }
  }

  /** The last rows of B from k on, at most four, on top of what stands in C. */
  private void completeLong(int row, int k) {
    double[] f = factors.values();
    double[] source = b;
    double[] target = c;
    int step = factors.step();
    int c0 = row * columns;
    for (int added = k; added < factors.count(); added++) {
      DoubleVector factor = broadcast(DOUBLES, f[factors.at(row) + added * step]);
      int b0 = added * columns;
      for (int j = from; j < to; j += WIDTH) {
        fromArray(DOUBLES, source, b0 + j)
            .fma(factor, fromArray(DOUBLES, target, c0 + j))
            .intoArray(target, c0 + j);
      }
    }
    finish(c0);
  }

  /** The last step on a row of C that starts at a place. */
  private void finish(int c0) {
    double[] target = c;
    double[] gate = gates;
    DoubleVector shut = broadcast(DOUBLES, 0);
    for (int j = c0 + from; j < c0 + to; j += WIDTH) {
      DoubleVector s = fromArray(DOUBLES, target, j);
      if (gate.length == 0) {
        s.blend(0, s.compare(VectorOperators.LE, border)).intoArray(target, j);
      } else {
        DoubleVector u = fromArray(DOUBLES, gate, j);
        s.mul(shut.blend(1, u.compare(VectorOperators.GT, 0))).intoArray(target, j);
      }
    }
  }

  /** The columns after the last whole pair of vectors. */
  private void rest(int row, int whole) {
    double[] f = factors.values();
    for (int j = whole; j < columns; j++) {
      double sum = factors.start(row);
      for (int k = 0; k < factors.count(); k++) {
        sum = Math.fma(f[factors.at(row) + k * factors.step()], b[k * columns + j], sum);
      }
      c[row * columns + j] = completed(sum, row * columns + j);
    }
  }

  private double completed(double sum, int at) {
    if (gates.length > 0) {
      return sum * (gates[at] > 0 ? 1 : 0);
    }
    return border == 0 ? Rectifier.value(0, sum) : sum;
  }
}
