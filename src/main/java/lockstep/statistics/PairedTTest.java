package lockstep.statistics;

/**
 * Student's t-test of paired samples: t = mean(d) / (s / √n) with n - 1 degrees of freedom, for n
 * differences d of standard deviation s (Student 1908, The probable error of a mean, Biometrika 6).
 * It supposes that the differences are independent and normal.
 */
public final class PairedTTest {
  private PairedTTest() {}

  /**
   * Tests whether the expected difference of the pairs is 0.
   *
   * @return a {@link TTestResult}, with p = 1 where no pair differs; {@link NotTestable} for fewer
   *     than two pairs, and where all pairs differ by the same amount
   */
  public static TestResult test(PairedSamples pairs) {
    return test(pairs, 1.0 / pairs.size());
  }

  /** The test with a variance of the mean of s² · share, where the usual share is 1 / n. */
  static TestResult test(PairedSamples pairs, double share) {
    if (pairs.size() < 2) {
      return new NotTestable(NotTestable.Reason.TOO_FEW_PAIRS);
    }
    if (pairs.identical()) {
      return new TTestResult(0, 0, pairs.size() - 1);
    }
    if (pairs.constantDifference()) {
      return new NotTestable(NotTestable.Reason.NO_VARIATION);
    }
    Moments moments = Moments.of(pairs.differences());
    double standardError = moments.standardDeviation() * Math.sqrt(share);
    return new TTestResult(moments.mean(), standardError, pairs.size() - 1);
  }
}
