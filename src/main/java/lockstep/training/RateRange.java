package lockstep.training;

import lockstep.decimal.ShortestDecimal;
import org.apache.commons.math3.util.FastMath;

/**
 * The learning rate of each epoch, which changes by the same factor after every one: that of epoch
 * e is {@code first · (last / first)^(e / (epochs - 1))}.
 *
 * @param first that of the first epoch, above 0
 * @param last that of the last epoch, above 0
 * @param epochs how many there are
 */
public record RateRange(double first, double last, int epochs) {
  /** Checks the ranges. */
  public RateRange {
    if (!(first > 0 && last > 0) || epochs < 0) {
      throw new IllegalArgumentException(
          "rates from " + ShortestDecimal.format(first) + " to " + ShortestDecimal.format(last));
    }
  }

  /**
   * The learning rate of the update that leads away from the state of an epoch.
   *
   * @param epoch from 0
   */
  public double at(int epoch) {
    if (first == last || epochs < 2) {
      return first;
    }
    return epoch == epochs - 1 ? last : first * FastMath.pow(last / first, epoch / (epochs - 1.0));
  }
}
