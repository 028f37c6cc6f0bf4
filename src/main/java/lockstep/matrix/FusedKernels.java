package lockstep.matrix;

/** Plain loops with one rounding for a multiplication and its addition. */
final class FusedKernels extends ScalarKernels {

  FusedKernels() {
    super(Arithmetic.FUSED);
  }

  @Override
  double sumOfProducts(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    return LaneSum.ofFusedProducts(left, leftFrom, right, rightFrom, count);
  }
}
