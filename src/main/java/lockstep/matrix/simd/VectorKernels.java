package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementLanes;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;
import lockstep.matrix.OuterProductSum;
import lockstep.matrix.Rectifier;

/** Fused kernels on vectors of four doubles, with the bits of the scalar ones. */
public final class VectorKernels implements Kernels {
  /** From this number of rows on, copying into blocks pays. */
  private static final int WIDE = 12;

  private final Factors factors = new Factors();
  private final NarrowProduct narrow = new NarrowProduct();
  private final NarrowOuterProduct narrowOuter = new NarrowOuterProduct();
  private WideProduct wide;
  private WideOuterProduct wideOuter;
  private double[] lanes = {};

  /** Whether this processor has vectors of four doubles. */
  public static boolean areSupported() {
    return DoubleVector.SPECIES_PREFERRED.length() >= WIDTH;
  }

  @Override
  public void weightedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases) {
    factors.setToTransposed(weights, biases);
    multiply(inputs, target);
  }

  @Override
  public void rectifiedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases) {
    factors.setToTransposed(weights, biases);
    if (isNarrow(target)) {
      narrow.multiplyRectified(factors, inputs, target);
      return;
    }
    wide().with(VectorKernels::rectify, target.values()).multiply(factors, inputs, target);
  }

  @Override
  public void product(DenseMatrix target, DenseMatrix weights, DenseMatrix errors) {
    factors.setTo(weights);
    multiply(errors, target);
  }

  @Override
  public void gatedProduct(
      DenseMatrix target, DenseMatrix weights, DenseMatrix errors, DenseMatrix gates) {
    factors.setTo(weights);
    if (isNarrow(target)) {
      narrow.multiplyGated(factors, errors, target, gates);
      return;
    }
    wide().with(VectorKernels::gate, gates.values()).multiply(factors, errors, target);
  }

  private boolean isNarrow(DenseMatrix target) {
    return target.getRowDimension() < WIDE || factors.count() < WIDE;
  }

  private void multiply(DenseMatrix right, DenseMatrix target) {
    if (isNarrow(target)) {
      narrow.multiply(factors, right, target);
      return;
    }
    wide().with(WideProduct.Finish.NONE, target.values()).multiply(factors, right, target);
  }

  private WideProduct wide() {
    if (wide == null) {
      wide = new WideProduct();
    }
    return wide;
  }

  /** The rectifier of slope 0 on some sums, in their place. */
  private static void rectify(double[] sums, double[] unused, int from, int to) {
    int whole = to - (to - from) % WIDTH;
    for (int i = from; i < whole; i += WIDTH) {
      DoubleVector z = fromArray(DOUBLES, sums, i);
      z.blend(0, z.compare(VectorOperators.LE, 0)).intoArray(sums, i);
    }
    for (int i = whole; i < to; i++) {
      sums[i] = Rectifier.value(0, sums[i]);
    }
  }

  /** Times 1 where the gate is above 0, else times 0. */
  private static void gate(double[] sums, double[] gates, int from, int to) {
    int whole = to - (to - from) % WIDTH;
    DoubleVector closed = DoubleVector.zero(DOUBLES);
    for (int i = from; i < whole; i += WIDTH) {
      VectorMask<Double> open = fromArray(DOUBLES, gates, i).compare(VectorOperators.GT, 0);
      fromArray(DOUBLES, sums, i).mul(closed.blend(1, open)).intoArray(sums, i);
    }
    for (int i = whole; i < to; i++) {
      sums[i] *= gates[i] > 0 ? 1 : 0;
    }
  }

  @Override
  public void outerProduct(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    if (isWide(target.getRowDimension(), target.getColumnDimension())) {
      wideOuter().multiply(inputs, errors, target);
    } else {
      narrowOuter.multiply(inputs, errors, target);
    }
  }

  @Override
  public OuterProductSum outerProductSum(int inputs, int units) {
    return isWide(inputs, units)
        ? wideOuter().sum(inputs, units)
        : new ElementLanes(inputs * units, narrowOuter::add);
  }

  private static boolean isWide(int inputs, int units) {
    return inputs >= WIDE && units >= WIDE;
  }

  private WideOuterProduct wideOuter() {
    if (wideOuter == null) {
      wideOuter = new WideOuterProduct();
    }
    return wideOuter;
  }

  @Override
  public void rowSums(DenseMatrix target, DenseMatrix source) {
    int rows = source.getRowDimension();
    if (lanes.length < rows * LaneSum.LANES) {
      lanes = new double[rows * LaneSum.LANES];
    }
    Arrays.fill(lanes, 0);
    addRows(lanes, source);
    for (int row = 0; row < rows; row++) {
      target.values()[row] = LaneSum.combined(lanes, row * LaneSum.LANES);
    }
  }

  @Override
  public void addRows(double[] sums, DenseMatrix source) {
    int rows = source.getRowDimension();
    int whole = rows - rows % 4;
    for (int row = 0; row < whole; row += 4) {
      addFourRows(sums, row * LaneSum.LANES, source, row);
    }
    for (int row = whole; row < rows; row++) {
      addRow(sums, row * LaneSum.LANES, source, row);
    }
  }

  /** Four rows at a time, as the additions of one row wait for each other. */
  private static void addFourRows(double[] sums, int at, DenseMatrix source, int row) {
    int columns = source.getColumnDimension();
    double[] values = source.values();
    int whole = columns - columns % LaneSum.LANES;
    int from0 = row * columns;
    int from1 = from0 + columns;
    int from2 = from1 + columns;
    int from3 = from2 + columns;
    DoubleVector s0 = fromArray(DOUBLES, sums, at);
    DoubleVector t0 = fromArray(DOUBLES, sums, at + WIDTH);
    DoubleVector s1 = fromArray(DOUBLES, sums, at + 2 * WIDTH);
    DoubleVector t1 = fromArray(DOUBLES, sums, at + 3 * WIDTH);
    DoubleVector s2 = fromArray(DOUBLES, sums, at + 4 * WIDTH);
    DoubleVector t2 = fromArray(DOUBLES, sums, at + 5 * WIDTH);
    DoubleVector s3 = fromArray(DOUBLES, sums, at + 6 * WIDTH);
    DoubleVector t3 = fromArray(DOUBLES, sums, at + 7 * WIDTH);
    for (int i = 0; i < whole; i += LaneSum.LANES) {
      s0 = s0.add(fromArray(DOUBLES, values, from0 + i));
      t0 = t0.add(fromArray(DOUBLES, values, from0 + i + WIDTH));
      s1 = s1.add(fromArray(DOUBLES, values, from1 + i));
      t1 = t1.add(fromArray(DOUBLES, values, from1 + i + WIDTH));
      s2 = s2.add(fromArray(DOUBLES, values, from2 + i));
      t2 = t2.add(fromArray(DOUBLES, values, from2 + i + WIDTH));
      s3 = s3.add(fromArray(DOUBLES, values, from3 + i));
      t3 = t3.add(fromArray(DOUBLES, values, from3 + i + WIDTH));
    }
    s0.intoArray(sums, at);
    t0.intoArray(sums, at + WIDTH);
    s1.intoArray(sums, at + 2 * WIDTH);
    t1.intoArray(sums, at + 3 * WIDTH);
    s2.intoArray(sums, at + 4 * WIDTH);
    t2.intoArray(sums, at + 5 * WIDTH);
    s3.intoArray(sums, at + 6 * WIDTH);
    t3.intoArray(sums, at + 7 * WIDTH);
    addRests(sums, at, source, row, 4);
  }

  /** The samples after the last whole eight of some rows. */
  private static void addRests(double[] sums, int at, DenseMatrix source, int row, int rows) {
    int columns = source.getColumnDimension();
    int whole = columns - columns % LaneSum.LANES;
    for (int r = 0; r < rows; r++) {
      for (int i = whole; i < columns; i++) {
        sums[at + r * LaneSum.LANES + i - whole] += source.values()[(row + r) * columns + i];
      }
    }
  }

  private static void addRow(double[] sums, int at, DenseMatrix source, int row) {
    int columns = source.getColumnDimension();
    double[] values = source.values();
    int whole = columns - columns % LaneSum.LANES;
    int from = row * columns;
    DoubleVector low = fromArray(DOUBLES, sums, at);
    DoubleVector high = fromArray(DOUBLES, sums, at + WIDTH);
    for (int i = from; i < from + whole; i += LaneSum.LANES) {
      low = low.add(fromArray(DOUBLES, values, i));
      high = high.add(fromArray(DOUBLES, values, i + WIDTH));
    }
    low.intoArray(sums, at);
    high.intoArray(sums, at + WIDTH);
    addRests(sums, at, source, row, 1);
  }

  @Override
  public void addMultiple(DenseMatrix target, double factor, DenseMatrix source) {
    double[] to = target.values();
    double[] from = source.values();
    int whole = wholeVectors(to);
    DoubleVector factors = broadcast(DOUBLES, factor);
    for (int i = 0; i < whole; i += WIDTH) {
      fromArray(DOUBLES, from, i).fma(factors, fromArray(DOUBLES, to, i)).intoArray(to, i);
    }
    for (int i = whole; i < to.length; i++) {
      to[i] = Math.fma(factor, from[i], to[i]);
    }
  }

  @Override
  public void sigmoid(double[] z, double[] a) {
    VectorFunctions.sigmoid(z, a);
  }

  @Override
  public void tanh(double[] z, double[] a) {
    VectorFunctions.tanh(z, a);
  }

  @Override
  public void rectify(double slope, double[] z, double[] a) {
    int whole = wholeVectors(z);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = fromArray(DOUBLES, z, i);
      if (slope == 0) {
        x.blend(0, x.compare(VectorOperators.LE, 0)).intoArray(a, i);
      } else {
        x.mul(slope).blend(x, x.compare(VectorOperators.GT, 0)).intoArray(a, i);
      }
    }
    for (int i = whole; i < z.length; i++) {
      a[i] = Rectifier.value(slope, z[i]);
    }
  }

  @Override
  public int agreements(double border, double[] left, double[] right) {
    int different = 0;
    int whole = wholeVectors(left);
    for (int i = 0; i < whole; i += WIDTH) {
      VectorMask<Double> above = fromArray(DOUBLES, left, i).compare(VectorOperators.GT, border);
      VectorMask<Double> other = fromArray(DOUBLES, right, i).compare(VectorOperators.GT, border);
      different += above.eq(other).not().trueCount();
    }
    for (int i = whole; i < left.length; i++) {
      different += left[i] > border == right[i] > border ? 0 : 1;
    }
    return left.length - different;
  }

  @Override
  public void scaleBySign(double[] z, double above, double otherwise, double[] d) {
    int whole = wholeVectors(z);
    DoubleVector others = broadcast(DOUBLES, otherwise);
    for (int i = 0; i < whole; i += WIDTH) {
      VectorMask<Double> positive = fromArray(DOUBLES, z, i).compare(VectorOperators.GT, 0);
      fromArray(DOUBLES, d, i).mul(others.blend(above, positive)).intoArray(d, i);
    }
    for (int i = whole; i < z.length; i++) {
      d[i] *= z[i] > 0 ? above : otherwise;
    }
  }

  /** A number times 0 is 0, unless it is NaN or infinite. */
  @Override
  public boolean areFinite(double[] values) {
    DoubleVector low = DoubleVector.zero(DOUBLES);
    DoubleVector high = low;
    int whole = values.length - values.length % (2 * WIDTH);
    for (int i = 0; i < whole; i += 2 * WIDTH) {
      low = fromArray(DOUBLES, values, i).mul(0).add(low);
      high = fromArray(DOUBLES, values, i + WIDTH).mul(0).add(high);
    }
    double sum = low.add(high).reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < values.length; i++) {
      sum += values[i] * 0;
    }
    return sum == 0;
  }

  @Override
  public void crossEntropies(double[] outputs, double[] targets, double clip, double[] losses) {
    VectorFunctions.crossEntropies(outputs, targets, clip, losses);
  }

  private static int wholeVectors(double[] values) {
    return values.length - values.length % WIDTH;
  }
}
