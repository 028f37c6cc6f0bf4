package lockstep.statistics;

/**
 * Two samples whose values belong together one by one: repeat r of one configuration and repeat r
 * of the other, with the same data and initial values.
 *
 * @param first the one sample
 * @param second the other, of the same size
 */
public record PairedSamples(Sample first, Sample second) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if they differ
   */
  public PairedSamples {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "samples of " + first.size() + " and " + second.size() + " values are not paired");
    }
  }

  /** Pairs of the values given. */
  public static PairedSamples of(double[] first, double[] second) {
    return new PairedSamples(Sample.of(first), Sample.of(second));
  }

  /** The number of pairs. */
  public int size() {
    return first.size();
  }

  /**
   * The differences first - second, pair by pair.
   *
   * @throws IllegalArgumentException if a difference overflows
   */
  public Sample differences() {
    double[] differences = first.stream().toArray();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= second.values().get(i);
    }
    return Sample.of(differences);
  }

  /** Whether no pair differs at all. */
  boolean identical() {
    return differences().magnitude() == 0;
  }

  /** Whether all differences are the same but for the rounding of the values. */
  boolean constantDifference() {
    return Moments.of(differences()).constant(Math.max(first.magnitude(), second.magnitude()));
  }
}
