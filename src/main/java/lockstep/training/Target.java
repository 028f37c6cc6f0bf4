package lockstep.training;

/**
 * A value that ends a run when it is reached: at most this, or at least this where larger values
 * are better.
 *
 * @param metric the column of the history
 * @param value what is to be reached, a number
 */
public record Target(String metric, double value) {
  /** Checks that it is a number. */
  public Target {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("no number as a target of " + metric);
    }
  }
}
