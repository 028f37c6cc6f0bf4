package lockstep.config.binding;

import java.math.BigDecimal;
import java.util.Map;
import lockstep.decimal.ShortestDecimal;

/**
 * An interval of real numbers.
 *
 * @param low the lower bound, or negative infinity
 * @param withLow whether it belongs to the interval
 * @param high the upper bound, or infinity
 * @param withHigh whether it belongs to the interval
 */
public record Range(double low, boolean withLow, double high, boolean withHigh) {
  /** All numbers. */
  public static final Range ALL =
      new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

  /** All numbers above a bound. */
  public static Range above(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, false);
  }

  /** A bound and all numbers above it. */
  public static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  /** The numbers between two bounds, without them. */
  public static Range open(double low, double high) {
    return new Range(low, false, high, false);
  }

  /** The numbers between two bounds, the lower one included. */
  public static Range halfOpen(double low, double high) {
    return new Range(low, true, high, false);
  }

  /** The numbers between two bounds, both included. */
  public static Range closed(double low, double high) {
    return new Range(low, true, high, true);
  }

  boolean contains(double value) {
    boolean aboveLow = withLow ? value >= low : value > low;
    return aboveLow && (withHigh ? value <= high : value < high);
  }

  /** {@code above 0}, {@code in [0, 1)}; empty for all numbers. */
  String text() {
    if (Double.isInfinite(high)) {
      return Double.isInfinite(low) ? "" : (withLow ? "at least " : "above ") + show(low);
    }
    return "in " + (withLow ? '[' : '(') + show(low) + ", " + show(high) + (withHigh ? ']' : ')');
  }

  void addTo(Map<String, Object> schema) {
    if (!Double.isInfinite(low)) {
      schema.put(withLow ? "minimum" : "exclusiveMinimum", new BigDecimal(show(low)));
    }
    if (!Double.isInfinite(high)) {
      schema.put(withHigh ? "maximum" : "exclusiveMaximum", new BigDecimal(show(high)));
    }
  }

  /** A number without a trailing {@code .0}. */
  static String show(double value) {
    String text = ShortestDecimal.format(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
