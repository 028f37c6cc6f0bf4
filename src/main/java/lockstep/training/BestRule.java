package lockstep.training;

import lockstep.decimal.ShortestDecimal;

/**
 * Which epoch of a run is its best: the last one whose value differs from that of the best one
 * before, in the right direction, by more than the least improvement; the untrained network counts
 * as the first best. NaN never is better, and any number is better than NaN.
 *
 * @param metric the column of the history
 * @param minImprovement by how much a better value must differ, at least 0
 */
public record BestRule(String metric, double minImprovement) {
  /** Checks the range. */
  public BestRule {
    if (!(minImprovement >= 0)) {
      throw new IllegalArgumentException("improvement " + ShortestDecimal.format(minImprovement));
    }
  }
}
