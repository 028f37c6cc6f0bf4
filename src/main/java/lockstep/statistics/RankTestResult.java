package lockstep.statistics;

import lockstep.decimal.ShortestDecimal;

/**
 * The outcome of a rank test.
 *
 * @param statistic the statistic, a multiple of one half, at least 0
 * @param pValue from 0 to 1
 * @param method how the p value was found
 */
public record RankTestResult(double statistic, double pValue, Method method) implements Tested {

  /** How a p value was found. */
  public enum Method {
    /** Counted over all arrangements of the ranks seen, ties as they are. */
    EXACT,
    /** By the normal distribution with the mean and, corrected for ties, the variance. */
    NORMAL_APPROXIMATION
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public RankTestResult {
    if (!(statistic >= 0 && pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "statistic "
              + ShortestDecimal.format(statistic)
              + " with p value "
              + ShortestDecimal.format(pValue));
    }
  }
}
