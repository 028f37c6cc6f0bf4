package lockstep.statistics;

/**
 * Mean and spread of a sample, in two passes over values that are scaled by a power of two, which
 * is exact: neither large values overflow nor small ones vanish when they are squared.
 *
 * @param size the number n of values, at least 1
 * @param mean Σx / n
 * @param standardDeviation √(Σ(x - mean)² / (n - 1)); 0 for n = 1
 */
record Moments(int size, double mean, double standardDeviation) {
  /**
   * A spread below this part of the largest value is rounding: a difference carries the rounding of
   * two numbers, half a unit of the last place each, and some units are left for how they came
   * about.
   */
  private static final double ROUNDING = 0x1p-50;

  static Moments of(Sample sample) {
    double[] values = sample.stream().toArray();
    double unit = Math.scalb(1.0, Math.getExponent(sample.magnitude()));
    for (int i = 0; i < values.length; i++) {
      values[i] /= unit;
    }
    double mean = mean(values);
    double deviation = values.length == 1 ? 0 : standardDeviation(values, mean);
    return new Moments(values.length, mean * unit, deviation * unit);
  }

  /** The rounded mean, corrected by the mean of what it leaves: exact where no value differs. */
  private static double mean(double[] values) {
    double mean = sum(values, 0) / values.length;
    return mean + sum(values, mean) / values.length;
  }

  private static double sum(double[] values, double origin) {
    double sum = 0;
    for (double value : values) {
      sum += value - origin;
    }
    return sum;
  }

  /** The second term vanishes but for the rounding of the mean, which it takes out. */
  private static double standardDeviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double rest = sum(values, mean);
    return Math.sqrt(Math.max(0, squares - rest * rest / values.length) / (values.length - 1));
  }

  double standardError() {
    return standardDeviation / Math.sqrt(size);
  }

  /**
   * Whether the values are one and the same but for rounding.
   *
   * @param magnitude the largest of the numbers of which the values were computed
   */
  boolean constant(double magnitude) {
    return standardDeviation <= ROUNDING * magnitude;
  }

  /** √(a² + b²) for a, b at least 0, without overflow. */
  static double rootOfSquares(double a, double b) {
    double larger = Math.max(a, b);
    double ratio = larger == 0 ? 0 : Math.min(a, b) / larger;
    return larger * Math.sqrt(1 + ratio * ratio);
  }
}
