package lockstep.statistics;

/**
 * Welch's t-test of two independent samples whose variances may differ: t = (mean₁ - mean₂) / √(v₁
 * + v₂) with v = s² / n, and (v₁ + v₂)² / (v₁² / (n₁ - 1) + v₂² / (n₂ - 1)) degrees of freedom
 * (Welch 1947, The generalization of "Student's" problem when several different population
 * variances are involved, Biometrika 34). It supposes that the values are independent and normal.
 */
public final class WelchTTest {
  private WelchTTest() {}

  /**
   * Tests whether the expected values of two samples are the same.
   *
   * @return a {@link TTestResult}, with p = 1 where all values of both samples are the same; {@link
   *     NotTestable} where a sample has fewer than two values, and where neither varies
   */
  public static TestResult test(Sample first, Sample second) {
    if (Math.min(first.size(), second.size()) < 2) {
      return new NotTestable(NotTestable.Reason.TOO_FEW_VALUES);
    }
    Moments one = Moments.of(first);
    Moments other = Moments.of(second);
    double difference = one.mean() - other.mean();
    double magnitude = Math.max(first.magnitude(), second.magnitude());
    if (one.constant(magnitude) && other.constant(magnitude)) {
      return difference == 0
          ? new TTestResult(0, 0, first.size() + second.size() - 2)
          : new NotTestable(NotTestable.Reason.NO_VARIATION);
    }
    double standardError = Moments.rootOfSquares(one.standardError(), other.standardError());
    return new TTestResult(difference, standardError, degreesOfFreedom(one, other));
  }

  /** Of the shares c and 1 - c of the variance: 1 / (c² / (n₁ - 1) + (1 - c)² / (n₂ - 1)). */
  private static double degreesOfFreedom(Moments one, Moments other) {
    double whole = Moments.rootOfSquares(one.standardError(), other.standardError());
    double ratio = one.standardError() / whole;
    double otherRatio = other.standardError() / whole;
    double share = ratio * ratio;
    double otherShare = otherRatio * otherRatio;
    return 1 / (share * share / (one.size() - 1) + otherShare * otherShare / (other.size() - 1));
  }
}
