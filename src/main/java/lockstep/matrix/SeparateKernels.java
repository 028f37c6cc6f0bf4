package lockstep.matrix;

/** Plain loops that round each product before they add it. */
final class SeparateKernels extends ScalarKernels {

  SeparateKernels() {
    super(Arithmetic.SEPARATE);
  }

  @Override
  void addProducts(
      double[] lanes, double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    LaneSum.addProducts(lanes, left, leftFrom, right, rightFrom, count);
  }
}
