package lockstep.statistics;

/** How the p value of a rank test is to be found. */
public enum RankTestMethod {
  /**
   * Exactly for up to {@value #EXACT_LIMIT} values in each sample, or as many differences that are
   * not 0; for more by the normal approximation, which differs little then. Ties and zeros do not
   * stand in the way: what is counted are the arrangements of the ranks as they are.
   */
  EXACT_WHERE_FEASIBLE,
  /** Always by the normal approximation, for comparison with other programs. */
  NORMAL_APPROXIMATION;

  /** Up to how many values of a sample arrangements are counted. */
  public static final int EXACT_LIMIT = 50;

  RankTestResult.Method forSize(int values) {
    return this == EXACT_WHERE_FEASIBLE && values <= EXACT_LIMIT
        ? RankTestResult.Method.EXACT
        : RankTestResult.Method.NORMAL_APPROXIMATION;
  }
}
