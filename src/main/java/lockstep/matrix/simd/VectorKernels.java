package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;
import lockstep.matrix.Rectifier;

/** Fused kernels on vectors of four doubles, with the bits of the scalar ones. */
public final class VectorKernels implements Kernels {
  /** From this number of rows on, copying into blocks pays. */
  private static final int WIDE = 12;

  private final Factors factors = new Factors();
  private final NarrowOuterProduct narrowOuter = new NarrowOuterProduct();
  private WideProduct wide;
  private WideOuterProduct wideOuter;
  private final double[] lanes = new double[LaneSum.LANES];

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
  public void product(DenseMatrix target, DenseMatrix weights, DenseMatrix errors) {
    factors.setTo(weights);
    multiply(errors, target);
  }

  private void multiply(DenseMatrix right, DenseMatrix target) {
    if (target.getRowDimension() < WIDE || factors.count() < WIDE) {
      NarrowProduct.multiply(factors, right, target);
      return;
    }
    if (wide == null) {
      wide = new WideProduct();
    }
    wide.multiply(factors, right, target);
  }

  @Override
  public void outerProduct(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    if (target.getRowDimension() < WIDE || target.getColumnDimension() < WIDE) {
      narrowOuter.multiply(inputs, errors, target);
      return;
    }
    if (wideOuter == null) {
      wideOuter = new WideOuterProduct();
    }
    wideOuter.multiply(inputs, errors, target);
  }

  @Override
  public void rowSums(DenseMatrix target, DenseMatrix source) {
    int columns = source.getColumnDimension();
    double[] values = source.values();
    int whole = columns - columns % LaneSum.LANES;
    for (int row = 0; row < source.getRowDimension(); row++) {
      DoubleVector low = DoubleVector.zero(DOUBLES);
      DoubleVector high = DoubleVector.zero(DOUBLES);
      int from = row * columns;
      for (int i = from; i < from + whole; i += LaneSum.LANES) {
        low = low.add(fromArray(DOUBLES, values, i));
        high = high.add(fromArray(DOUBLES, values, i + WIDTH));
      }
      low.intoArray(lanes, 0);
      high.intoArray(lanes, WIDTH);
      for (int i = whole; i < columns; i++) {
        lanes[i - whole] += values[from + i];
      }
      target.values()[row] = LaneSum.combined(lanes, 0);
    }
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
