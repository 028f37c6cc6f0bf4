package lockstep.data;

/**
 * Evenly spaced numbers with the very roundings of {@code numpy.linspace}.
 *
 * <p>With step = (stop - start) / intervals, number k is k · step + start.
 */
final class Linspace {
  private Linspace() {}

  /**
   * From start to stop, both included.
   *
   * @param count how many; one alone is the start
   */
  static double[] closed(double start, double stop, int count) {
    double[] values = spaced(start, stop, count, Math.max(count - 1, 1));
    if (count > 1) {
      values[count - 1] = stop;
    }
    return values;
  }

  /**
   * From start, included, to stop, excluded.
   *
   * @param count how many
   */
  static double[] halfOpen(double start, double stop, int count) {
    return spaced(start, stop, count, count);
  }

  private static double[] spaced(double start, double stop, int count, int intervals) {
    double step = (stop - start) / intervals;
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = k * step + start;
    }
    return values;
  }
}
