package lockstep.experiment;

import java.util.OptionalInt;
import lockstep.training.History;
import lockstep.training.Metric;

/**
 * A column of a history from the first epoch to the last in a few numbers.
 *
 * @param column its name: {@code loss}, {@code test_accuracy}
 * @param initial the untrained network's value
 * @param best the lowest finite value, or the highest where higher is better; NaN if none is finite
 * @param bestEpoch its first epoch; empty if no value is finite
 * @param last the value of the state that the run leaves, that of {@link History#finalEpoch}
 */
public record Course(
    String column, double initial, double best, OptionalInt bestEpoch, double last) {

  /**
   * The course of one column.
   *
   * @param history where it is
   * @param column its name
   * @throws IllegalArgumentException if there is no such column
   */
  public static Course of(History history, String column) {
    double[] values = history.series(column);
    OptionalInt epoch = best(values, higherIsBetter(column) ? -1 : 1);
    double best = epoch.isPresent() ? values[epoch.getAsInt()] : Double.NaN;
    return new Course(column, values[0], best, epoch, values[history.finalEpoch()]);
  }

  /** Whether higher values of a column are the better ones; not so for a loss. */
  public static boolean higherIsBetter(String column) {
    return Metric.ofColumn(column).map(Metric::largerIsBetter).orElse(false);
  }

  private static OptionalInt best(double[] values, int sign) {
    int best = -1;
    for (int epoch = 0; epoch < values.length; epoch++) {
      boolean finite = Double.isFinite(values[epoch]);
      if (finite && (best < 0 || sign * values[epoch] < sign * values[best])) {
        best = epoch;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
