package lockstep.report.figure;

/**
 * A row of a dot plot.
 *
 * @param name what it is called
 * @param values single values
 * @param mean their mean; NaN if there are none
 * @param low the lower end of its interval; NaN without one
 * @param high the upper end
 * @param note what is to be said beside it; may be empty
 */
public record Dots(
    String name, double[] values, double mean, double low, double high, String note) {
  /** Copies the values. */
  public Dots {
    values = values.clone();
  }
}
