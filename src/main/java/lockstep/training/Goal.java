package lockstep.training;

import java.util.List;

/** The target of one run: where it stands in a row of the history, and in which direction. */
final class Goal {
  private final Target target;
  private final int column;
  private final boolean largerIsBetter;

  /**
   * Finds the target's column.
   *
   * @param target what is to be reached
   * @param columns those of the history
   */
  Goal(Target target, List<String> columns) {
    this.target = target;
    this.column = columns.indexOf(target.metric());
    this.largerIsBetter = Metric.isLargerBetter(target.metric());
    if (column < 0) {
      throw new IllegalArgumentException("no column " + target.metric() + " in " + columns);
    }
  }

  /** Whether an epoch reaches it; NaN never does. */
  boolean isReachedBy(double[] row) {
    double value = row[column];
    return largerIsBetter ? value >= target.value() : value <= target.value();
  }

  /** The verdict on the epoch that reached it. */
  Verdict verdict(int epoch, double[] row) {
    return new Verdict.Reached(epoch, target.metric(), row[column], target.value());
  }
}
