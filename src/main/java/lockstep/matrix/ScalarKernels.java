package lockstep.matrix;

import java.util.Arrays;

/**
 * The kernels in plain loops: the reference for all others, and what runs where there are no
 * vectors.
 */
public abstract sealed class ScalarKernels implements Kernels
    permits FusedKernels, SeparateKernels {

  /** Samples of one pass: five rows of as many fit into the smallest caches. */
  private static final int BLOCK = 512;

  private final RowCombination rows;
  private final LaneOuterProduct outerProduct;
  private final double[] eight = new double[LaneSum.LANES];

  /** The scalar kernels for an arithmetic. */
  public static ScalarKernels of(Arithmetic arithmetic) {
    return switch (arithmetic) {
      case FUSED -> new FusedKernels();
      case SEPARATE -> new SeparateKernels();
    };
  }

  ScalarKernels(Arithmetic arithmetic) {
    this.rows = RowCombination.of(arithmetic);
    this.outerProduct = new LaneOuterProduct(arithmetic);
  }

  /** Adds the products of two parts of arrays to eight partial sums. */
  abstract void addProducts(
      double[] lanes, double[] left, int leftFrom, double[] right, int rightFrom, int count);

  @Override
  public void weightedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases) {
    int units = weights.getColumnDimension();
    int samples = inputs.getColumnDimension();
    for (int sample = 0; sample < samples; sample += BLOCK) {
      int width = Math.min(BLOCK, samples - sample);
      rows.copyRows(inputs, sample, width);
      for (int unit = 0; unit < units; unit++) {
        rows.combine(biases.values()[unit], weights.values(), unit, units);
        System.arraycopy(rows.sums(), 0, target.values(), unit * samples + sample, width);
      }
    }
  }

  @Override
  public void product(DenseMatrix target, DenseMatrix weights, DenseMatrix errors) {
    int units = weights.getColumnDimension();
    int samples = errors.getColumnDimension();
    for (int sample = 0; sample < samples; sample += BLOCK) {
      int width = Math.min(BLOCK, samples - sample);
      rows.copyRows(errors, sample, width);
      for (int input = 0; input < weights.getRowDimension(); input++) {
        rows.combine(0, weights.values(), input * units, 1);
        System.arraycopy(rows.sums(), 0, target.values(), input * samples + sample, width);
      }
    }
  }

  @Override
  public void outerProduct(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    boolean pays =
        LaneOuterProduct.pays(inputs.getRowDimension(), errors.getRowDimension())
            && inputs.getColumnDimension() >= LaneOuterProduct.WORTHWHILE;
    if (pays) {
      outerProduct.compute(target, inputs, errors);
    } else {
      outerProductOfRows(target, inputs, errors);
    }
  }

  private void outerProductOfRows(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    int units = errors.getRowDimension();
    for (int input = 0; input < inputs.getRowDimension(); input++) {
      for (int unit = 0; unit < units; unit++) {
        Arrays.fill(eight, 0);
        addProducts(inputs, input, errors, unit);
        target.values()[input * units + unit] = LaneSum.combined(eight, 0);
      }
    }
  }

  @Override
  public OuterProductSum outerProductSum(int inputs, int units) {
    return LaneOuterProduct.pays(inputs, units)
        ? new LaneRows(inputs, units, outerProduct)
        : new ElementLanes(inputs * units, this::addProducts);
  }

  private void addProducts(DenseMatrix inputs, DenseMatrix errors, double[] lanes) {
    int units = errors.getRowDimension();
    for (int input = 0; input < inputs.getRowDimension(); input++) {
      for (int unit = 0; unit < units; unit++) {
        int at = (input * units + unit) * LaneSum.LANES;
        System.arraycopy(lanes, at, eight, 0, LaneSum.LANES);
        addProducts(inputs, input, errors, unit);
        System.arraycopy(eight, 0, lanes, at, LaneSum.LANES);
      }
    }
  }

  private void addProducts(DenseMatrix inputs, int input, DenseMatrix errors, int unit) {
    int samples = inputs.getColumnDimension();
    addProducts(eight, inputs.values(), input * samples, errors.values(), unit * samples, samples);
  }

  @Override
  public void addRows(double[] lanes, DenseMatrix source) {
    int columns = source.getColumnDimension();
    for (int row = 0; row < source.getRowDimension(); row++) {
      System.arraycopy(lanes, row * LaneSum.LANES, eight, 0, LaneSum.LANES);
      LaneSum.add(eight, source.values(), row * columns, columns);
      System.arraycopy(eight, 0, lanes, row * LaneSum.LANES, LaneSum.LANES);
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
    rows.addRow(target.values(), factor, source.values(), source.values().length);
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
  public int agreements(double border, double[] left, double[] right) {
    int agreements = 0;
    for (int i = 0; i < left.length; i++) {
      agreements += left[i] > border == right[i] > border ? 1 : 0;
    }
    return agreements;
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
