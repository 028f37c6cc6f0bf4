package lockstep.statistics;

import java.util.OptionalDouble;

/**
 * How large a difference is, whatever the number of values; positive where the first sample is
 * larger. Each is 0 where there is no difference, and empty where it is not defined.
 */
public final class EffectSize {
  private EffectSize() {}

  /**
   * Cohen's d of two independent samples: (mean₁ - mean₂) / s with the pooled variance s² = ((n₁ -
   * 1) s₁² + (n₂ - 1) s₂²) / (n₁ + n₂ - 2) (Cohen 1988, Statistical power analysis for the
   * behavioral sciences, 2nd edition, section 2.5). By his convention 0.2 is small, 0.5 medium, 0.8
   * large.
   *
   * @return empty where a sample has fewer than two values, and where neither varies and the means
   *     differ
   */
  public static OptionalDouble cohensD(Sample first, Sample second) {
    if (Math.min(first.size(), second.size()) < 2) {
      return OptionalDouble.empty();
    }
    Moments one = Moments.of(first);
    Moments other = Moments.of(second);
    double magnitude = Math.max(first.magnitude(), second.magnitude());
    boolean constant = one.constant(magnitude) && other.constant(magnitude);
    return ratio(one.mean() - other.mean(), constant, pooled(one, other));
  }

  /**
   * Cohen's d_z of paired samples: the mean of the differences over their standard deviation (Cohen
   * 1988, section 2.3.5).
   *
   * @return empty for fewer than two pairs, and where all pairs differ by the same amount
   */
  public static OptionalDouble cohensDz(PairedSamples pairs) {
    if (pairs.size() < 2) {
      return OptionalDouble.empty();
    }
    Moments moments = Moments.of(pairs.differences());
    return ratio(moments.mean(), pairs.constantDifference(), moments.standardDeviation());
  }

  /**
   * Hedges' g of two independent samples: Cohen's d without its bias, J(m) · d with m = n₁ + n₂ - 2
   * and J(m) = Γ(m/2) / (√(m/2) Γ((m - 1)/2)) (Hedges 1981, Distribution theory for Glass's
   * estimator of effect size and related estimators, Journal of Educational Statistics 6).
   *
   * @return empty where Cohen's d is
   */
  public static OptionalDouble hedgesG(Sample first, Sample second) {
    OptionalDouble d = cohensD(first, second);
    return d.isEmpty()
        ? d
        : OptionalDouble.of(d.getAsDouble() * correction(first.size() + second.size() - 2));
  }

  /**
   * The rank-biserial correlation of two independent samples, also called Cliff's delta: 2 U₁ /
   * (n₁n₂) - 1, the share of pairs in which the first sample's value is larger less the share in
   * which it is smaller; from -1 to 1 (Cliff 1993, Dominance statistics, Psychological Bulletin
   * 114).
   *
   * @return empty where a sample has no values
   */
  public static OptionalDouble rankBiserial(Sample first, Sample second) {
    if (Math.min(first.size(), second.size()) == 0) {
      return OptionalDouble.empty();
    }
    RankSums ranks = RankSums.of(first, second);
    return OptionalDouble.of((2 * ranks.firstU() - ranks.pairs()) / ranks.pairs());
  }

  /**
   * The rank-biserial correlation of paired samples: (R₊ - R₋) / (R₊ + R₋) of the sums of signed
   * ranks, from -1 to 1 (Kerby 2014, The simple difference formula, Comprehensive Psychology 3).
   *
   * @return empty if there are no pairs
   */
  public static OptionalDouble rankBiserial(PairedSamples pairs) {
    if (pairs.size() == 0) {
      return OptionalDouble.empty();
    }
    SignedRanks ranks = SignedRanks.of(pairs.differences());
    double all = ranks.doubledPositive() + ranks.doubledNegative();
    double difference = ranks.doubledPositive() - ranks.doubledNegative();
    return OptionalDouble.of(all == 0 ? 0 : difference / all);
  }

  private static OptionalDouble ratio(double difference, boolean constant, double deviation) {
    if (difference == 0) {
      return OptionalDouble.of(0);
    }
    return constant ? OptionalDouble.empty() : OptionalDouble.of(difference / deviation);
  }

  private static double pooled(Moments one, Moments other) {
    double all = one.size() + other.size() - 2;
    return Moments.rootOfSquares(
        one.standardDeviation() * Math.sqrt((one.size() - 1) / all),
        other.standardDeviation() * Math.sqrt((other.size() - 1) / all));
  }

  /**
   * J(m). The quotient q(m) = Γ(m/2) / Γ((m - 1)/2) follows from q(2) = 1 / √π and q(m + 1) q(m) =
   * (m - 1)/2 with basic operations alone.
   */
  private static double correction(int degreesOfFreedom) {
    double quotient = 1 / Math.sqrt(Math.PI);
    for (int m = 2; m < degreesOfFreedom; m++) {
      quotient = (m - 1) / 2.0 / quotient;
    }
    return quotient / Math.sqrt(degreesOfFreedom / 2.0);
  }
}
