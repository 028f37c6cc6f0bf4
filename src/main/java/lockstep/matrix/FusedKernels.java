package lockstep.matrix;

/** Plain loops with one rounding for a multiplication and its addition. */
final class FusedKernels extends ScalarKernels {

  FusedKernels() {
    super(Arithmetic.FUSED);
  }

  @Override
  void addProducts(
      double[] lanes, double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    LaneSum.addFusedProducts(lanes, left, leftFrom, right, rightFrom, count);
  }
}
