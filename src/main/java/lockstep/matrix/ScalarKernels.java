package lockstep.matrix;

import java.util.Arrays;

/**
 * The kernels in plain loops: the reference for all others, and what runs where there are no
 * vectors.
 */
public abstract sealed class ScalarKernels implements Kernels
    permits FusedKernels, SeparateKernels {

  /** The scalar kernels for an arithmetic. */
  public static ScalarKernels of(Arithmetic arithmetic) {
    return switch (arithmetic) {
      case FUSED -> new FusedKernels();
      case SEPARATE -> new SeparateKernels();
    };
  }

  /** Adds factor · source to a part of an array. */
  abstract void addMultiple(
      double[] target, int to, double factor, double[] source, int from, int count);

  /** The sum of the products of two parts of arrays, in the order of {@link LaneSum}. */
  abstract double sumOfProducts(
      double[] left, int leftFrom, double[] right, int rightFrom, int count);

  @Override
  public void weightedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases) {
    int units = weights.getColumnDimension();
    int samples = inputs.getColumnDimension();
    for (int unit = 0; unit < units; unit++) {
      int to = unit * samples;
      Arrays.fill(target.values(), to, to + samples, biases.values()[unit]);
      for (int input = 0; input < weights.getRowDimension(); input++) {
        double weight = weights.values()[input * units + unit];
        addMultiple(target.values(), to, weight, inputs.values(), input * samples, samples);
      }
    }
  }

  @Override
  public void product(DenseMatrix target, DenseMatrix weights, DenseMatrix errors) {
    int units = weights.getColumnDimension();
    int samples = errors.getColumnDimension();
    Arrays.fill(target.values(), 0);
    for (int input = 0; input < weights.getRowDimension(); input++) {
      int to = input * samples;
      for (int unit = 0; unit < units; unit++) {
        double weight = weights.values()[input * units + unit];
        addMultiple(target.values(), to, weight, errors.values(), unit * samples, samples);
      }
    }
  }

  @Override
  public void outerProduct(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    int samples = inputs.getColumnDimension();
    int units = errors.getRowDimension();
    for (int input = 0; input < inputs.getRowDimension(); input++) {
      for (int unit = 0; unit < units; unit++) {
        target.values()[input * units + unit] =
            sumOfProducts(
                inputs.values(), input * samples, errors.values(), unit * samples, samples);
      }
    }
  }

  @Override
  public void rowSums(DenseMatrix target, DenseMatrix source) {
    int columns = source.getColumnDimension();
    for (int row = 0; row < source.getRowDimension(); row++) {
      target.values()[row] = LaneSum.of(source.values(), row * columns, columns);
    }
  }

  @Override
  public void addMultiple(DenseMatrix target, double factor, DenseMatrix source) {
    addMultiple(target.values(), 0, factor, source.values(), 0, source.values().length);
  }

  @Override
  public void sigmoid(double[] z, double[] a) {
    for (int i = 0; i < z.length; i++) {
      a[i] = ElementaryFunctions.sigmoid(z[i]);
    }
  }

  @Override
  public void tanh(double[] z, double[] a) {
    for (int i = 0; i < z.length; i++) {
      a[i] = ElementaryFunctions.tanh(z[i]);
    }
  }

  @Override
  public void rectify(double slope, double[] z, double[] a) {
    for (int i = 0; i < z.length; i++) {
      a[i] = Rectifier.value(slope, z[i]);
    }
  }

  @Override
  public void scaleBySign(double[] z, double above, double otherwise, double[] d) {
    for (int i = 0; i < z.length; i++) {
      d[i] *= z[i] > 0 ? above : otherwise;
    }
  }

  @Override
  public boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void crossEntropies(double[] outputs, double[] targets, double clip, double[] losses) {
    for (int i = 0; i < outputs.length; i++) {
      losses[i] = CrossEntropy.of(outputs[i], targets[i], clip);
    }
  }
}
