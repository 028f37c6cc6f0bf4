package lockstep.report;

import java.util.OptionalInt;
import lockstep.training.History;

/**
 * A column from the first epoch to the last in a few numbers.
 *
 * @param column which column
 * @param initial the untrained network's value
 * @param best the lowest finite value, or the highest where higher is better; NaN if none is finite
 * @param bestEpoch its first epoch; empty if no value is finite
 * @param last the value at the end
 */
record Course(Column column, double initial, double best, OptionalInt bestEpoch, double last) {

  /** The course of one column. */
  static Course of(History history, String name) {
    Column column = new Column(name);
    double[] values = history.series(name);
    OptionalInt epoch = best(values, column.higherIsBetter() ? -1 : 1);
    double best = epoch.isPresent() ? values[epoch.getAsInt()] : Double.NaN;
    return new Course(column, values[0], best, epoch, values[values.length - 1]);
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
