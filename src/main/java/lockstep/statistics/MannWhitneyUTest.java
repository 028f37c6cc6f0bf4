package lockstep.statistics;

/**
 * The U test of two independent samples (Mann and Whitney 1947, On a test of whether one of two
 * random variables is stochastically larger than the other, Annals of Mathematical Statistics 18).
 *
 * <p>All values are ranked together, equal ones with the mean of their ranks. The statistic is U₁ =
 * R₁ - n₁(n₁ + 1)/2, where R₁ is the sum of the first sample's ranks: the number of pairs in which
 * the first sample's value is larger, and half of those in which the values are equal.
 *
 * <ul>
 *   <li>Exact: of all ways to choose n₁ of these ranks, twice the part in which U₁ is at most, or
 *       at least, the one seen, whichever is less, or 1 if that is more. With ties this is the
 *       permutation distribution.
 *   <li>Normal: z = (|U₁ - n₁n₂/2| - 1/2) / √(n₁n₂/12 · (n + 1 - Σ(t³ - t) / (n(n - 1)))) for n =
 *       n₁ + n₂ values with groups of t ties, p = 1 for z below 0, as SciPy's {@code mannwhitneyu}
 *       computes it.
 * </ul>
 */
public final class MannWhitneyUTest {
  private MannWhitneyUTest() {}

  /**
   * Tests by {@link RankTestMethod#EXACT_WHERE_FEASIBLE}.
   *
   * @return as {@link #test(Sample, Sample, RankTestMethod)}
   */
  public static TestResult test(Sample first, Sample second) {
    return test(first, second, RankTestMethod.EXACT_WHERE_FEASIBLE);
  }

  /**
   * Tests whether two samples come from the same distribution.
   *
   * @return a {@link RankTestResult} of U₁, with p = 1 where all values are the same; {@link
   *     NotTestable} if a sample has no values
   */
  public static TestResult test(Sample first, Sample second, RankTestMethod method) {
    if (Math.min(first.size(), second.size()) == 0) {
      return new NotTestable(NotTestable.Reason.NO_VALUES);
    }
    RankSums ranks = RankSums.of(first, second);
    RankTestResult.Method used = method.forSize(Math.max(first.size(), second.size()));
    double pValue =
        used == RankTestResult.Method.EXACT ? RankSumCounts.pValue(ranks) : normalPValue(ranks);
    return new RankTestResult(ranks.firstU(), pValue, used);
  }

  private static double normalPValue(RankSums ranks) {
    double n = ranks.firstSize() + ranks.secondSize();
    double ties = ranks.ranks().tieTerm() / (n * (n - 1));
    double variance = ranks.pairs() / 12 * (n + 1 - ties);
    double distance = Math.abs(ranks.firstU() - ranks.pairs() / 2) - 0.5;
    return distance <= 0 ? 1 : StandardNormal.twoSidedPValue(distance / Math.sqrt(variance));
  }
}
