package lockstep.statistics;

import lockstep.decimal.ShortestDecimal;

/** The check of a probability that is neither certain nor impossible. */
final class Probability {
  private Probability() {}

  static void check(String place, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          place + " " + ShortestDecimal.format(value) + " is not between 0 and 1");
    }
  }
}
