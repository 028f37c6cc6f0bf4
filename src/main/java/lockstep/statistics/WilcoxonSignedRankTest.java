package lockstep.statistics;

/**
 * Wilcoxon's signed-rank test of paired samples (Wilcoxon 1945, Individual comparisons by ranking
 * methods, Biometrics Bulletin 1).
 *
 * <p>Differences of 0 are left out, the absolute values of the n others are ranked, equal ones with
 * the mean of their ranks. The statistic is the smaller of the sums R₊ and R₋ of the ranks of
 * positive and of negative differences. It supposes that the differences are independent and
 * symmetric about 0.
 *
 * <ul>
 *   <li>Exact: of the 2ⁿ ways to give signs to these ranks, twice the part in which R₊ is at most
 *       the statistic, or 1 if that is more. With ties and zeros this is the permutation
 *       distribution. Five pairs cannot give less than 0.0625.
 *   <li>Normal: z = (n(n + 1)/4 - statistic) / √((n(n + 1)(2n + 1) - Σ(t³ - t)/2) / 24) for groups
 *       of t ties, without a correction for continuity, as SciPy's {@code wilcoxon} computes it.
 * </ul>
 *
 * <p>Differences that are equal on paper, as 0.93 - 0.92 and 0.91 - 0.9, are tied only if their
 * doubles are equal.
 */
public final class WilcoxonSignedRankTest {
  private WilcoxonSignedRankTest() {}

  /**
   * Tests by {@link RankTestMethod#EXACT_WHERE_FEASIBLE}.
   *
   * @return as {@link #test(PairedSamples, RankTestMethod)}
   */
  public static TestResult test(PairedSamples pairs) {
    return test(pairs, RankTestMethod.EXACT_WHERE_FEASIBLE);
  }

  /**
   * Tests whether the differences of the pairs lie symmetrically about 0.
   *
   * @return a {@link RankTestResult}, with p = 1 and exact where no pair differs; {@link
   *     NotTestable} if there are no pairs
   */
  public static TestResult test(PairedSamples pairs, RankTestMethod method) {
    if (pairs.size() == 0) {
      return new NotTestable(NotTestable.Reason.NO_VALUES);
    }
    SignedRanks ranks = SignedRanks.of(pairs.differences());
    if (ranks.size() == 0) {
      return new RankTestResult(0, 1, RankTestResult.Method.EXACT);
    }
    RankTestResult.Method used = method.forSize(ranks.size());
    double pValue =
        used == RankTestResult.Method.EXACT ? SignedRankCounts.pValue(ranks) : normalPValue(ranks);
    return new RankTestResult(ranks.doubledSmaller() / 2.0, pValue, used);
  }

  private static double normalPValue(SignedRanks ranks) {
    double n = ranks.size();
    double mean = n * (n + 1) / 4;
    double variance = (n * (n + 1) * (2 * n + 1) - ranks.ranks().tieTerm() / 2) / 24;
    double distance = mean - ranks.doubledSmaller() / 2.0;
    return StandardNormal.twoSidedPValue(distance / Math.sqrt(variance));
  }
}
