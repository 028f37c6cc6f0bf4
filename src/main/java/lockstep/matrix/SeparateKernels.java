package lockstep.matrix;

/** Plain loops that round each product before they add it. */
final class SeparateKernels extends ScalarKernels {

  SeparateKernels() {
    super(Arithmetic.SEPARATE);
  }

  @Override
  double sumOfProducts(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    return LaneSum.ofProducts(left, leftFrom, right, rightFrom, count);
  }
}
