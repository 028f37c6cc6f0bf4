package lockstep.matrix;

/** Plain loops with one rounding for a multiplication and its addition. */
final class FusedKernels extends ScalarKernels {

  @Override
  void addMultiple(double[] target, int to, double factor, double[] source, int from, int count) {
    if (FusedMultiplyAdd.IN_HARDWARE) {
      for (int i = 0; i < count; i++) {
        target[to + i] = Math.fma(factor, source[from + i], target[to + i]);
      }
    } else {
      for (int i = 0; i < count; i++) {
        target[to + i] = FusedMultiplyAdd.emulated(factor, source[from + i], target[to + i]);
      }
    }
  }

  @Override
  double sumOfProducts(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    return LaneSum.ofFusedProducts(left, leftFrom, right, rightFrom, count);
  }
}
