package lockstep.statistics;

import lockstep.decimal.ShortestDecimal;

/**
 * All numbers from one to another.
 *
 * @param low the smallest
 * @param high the largest, at least {@code low}
 */
public record Interval(double low, double high) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code high} is below {@code low} or one of them is NaN
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + ShortestDecimal.format(low) + " to " + ShortestDecimal.format(high));
    }
  }

  static Interval around(double middle, double half) {
    return new Interval(middle - half, middle + half);
  }

  /** Whether a number lies in it, its ends included. */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
