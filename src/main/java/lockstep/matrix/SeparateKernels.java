package lockstep.matrix;

/** Plain loops that round each product before they add it. */
final class SeparateKernels extends ScalarKernels {

  @Override
  void addMultiple(double[] target, int to, double factor, double[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] += factor * source[from + i];
    }
  }

  @Override
  double sumOfProducts(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    return LaneSum.ofProducts(left, leftFrom, right, rightFrom, count);
  }
}
