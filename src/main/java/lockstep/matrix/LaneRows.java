package lockstep.matrix;

import java.util.Arrays;

/** A sum of outer products of which each lane is a matrix as large as the result. */
final class LaneRows implements OuterProductSum {
  private final double[][] lanes;
  private final LaneOuterProduct product;

  /** The sum over no samples, in x out. */
  LaneRows(int inputs, int units, LaneOuterProduct product) {
    this.lanes = new double[LaneSum.LANES][inputs * units];
    this.product = product;
  }

  @Override
  public void clear() {
    for (double[] lane : lanes) {
      Arrays.fill(lane, 0);
    }
  }

  @Override
  public void add(DenseMatrix inputs, DenseMatrix errors) {
    product.add(inputs, errors, lanes);
  }

  @Override
  public void writeTo(DenseMatrix target) {
    LaneOuterProduct.combine(lanes, target.values(), 0, target.values().length);
  }
}
