package lockstep.training;

import java.util.List;

/** The best epoch of a run so far, by a {@link BestRule}. */
final class BestEpoch {
  private final BestRule rule;
  private final int column;
  private final boolean largerIsBetter;
  private double value;
  private int epoch;

  /**
   * Before the untrained network is measured.
   *
   * @param rule which epoch is the best
   * @param columns those of the history
   */
  BestEpoch(BestRule rule, List<String> columns) {
    this.rule = rule;
    this.column = columns.indexOf(rule.metric());
    this.largerIsBetter = Metric.isLargerBetter(rule.metric());
    if (column < 0) {
      throw new IllegalArgumentException("no column " + rule.metric() + " in " + columns);
    }
  }

  /** Takes note of an epoch's row of the history; says whether it is the best one so far. */
  boolean isNow(int measured, double[] row) {
    if (measured > 0 && !isBetter(row[column])) {
      return false;
    }
    value = row[column];
    epoch = measured;
    return true;
  }

  private boolean isBetter(double other) {
    if (Double.isNaN(value)) {
      return !Double.isNaN(other);
    }
    double least = rule.minImprovement();
    return largerIsBetter ? other > value + least : other < value - least;
  }

  /** The best value. */
  double value() {
    return value;
  }

  /** Its epoch. */
  int epoch() {
    return epoch;
  }
}
