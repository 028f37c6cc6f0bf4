package lockstep.statistics;

import lockstep.decimal.ShortestDecimal;

/**
 * The outcome of a t-test.
 *
 * @param meanDifference the mean of the first sample less that of the second
 * @param standardError the standard error of that difference, as the test estimates it; above 0, or
 *     0 where the difference is 0 as well
 * @param degreesOfFreedom of Student's distribution, above 0; not always a whole number
 */
public record TTestResult(double meanDifference, double standardError, double degreesOfFreedom)
    implements Tested {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public TTestResult {
    check("mean difference", meanDifference, Double.isFinite(meanDifference));
    boolean divides = standardError > 0 || standardError == 0 && meanDifference == 0;
    check("standard error", standardError, divides && Double.isFinite(standardError));
    check("degrees of freedom", degreesOfFreedom, degreesOfFreedom > 0);
  }

  private static void check(String place, double value, boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(place + " " + ShortestDecimal.format(value));
    }
  }

  /** t, the mean difference over its standard error; 0 where both are 0. */
  @Override
  public double statistic() {
    return meanDifference == 0 ? 0 : meanDifference / standardError;
  }

  /** P(|T| ≥ |t|) for T of Student's distribution; 1 for t = 0. */
  @Override
  public double pValue() {
    return new StudentT(degreesOfFreedom).twoSidedPValue(statistic());
  }

  /**
   * The interval of the mean difference: the difference ± t quantile · standard error.
   *
   * @param confidence the probability with which it covers the true difference, between 0 and 1
   * @throws IllegalArgumentException if the confidence is not between 0 and 1
   */
  public Interval interval(double confidence) {
    double quantile = new StudentT(degreesOfFreedom).quantile(confidence);
    return Interval.around(meanDifference, quantile * standardError);
  }
}
