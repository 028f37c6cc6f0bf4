package lockstep.data;

import lockstep.decimal.ShortestDecimal;

/** The checks of a generator's numbers; each one throws with the place and the value. */
final class NumberChecks {
  private NumberChecks() {}

  static void atLeastOne(String place, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(place + " " + value + " is not at least 1");
    }
  }

  static void notNegative(String place, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(place + " " + value + " is negative");
    }
  }

  /** A share of a whole: at least 0 and at most 1. */
  static void share(String place, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw refusal(place, value, "in [0, 1]");
    }
  }

  static void finite(String place, double value) {
    if (!Double.isFinite(value)) {
      throw refusal(place, value, "finite");
    }
  }

  /** A standard deviation: finite and at least 0. */
  static void deviation(String place, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw refusal(place, value, "finite and at least 0");
    }
  }

  /** An interval that is not empty, the width of which is a finite number. */
  static void interval(String place, double low, double high) {
    finite(place + " from", low);
    finite(place + " to", high);
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          place + " " + interval(low, high) + " is not a finite interval from low to high");
    }
  }

  static IllegalArgumentException refusal(String place, double value, String wanted) {
    return new IllegalArgumentException(
        place + " " + ShortestDecimal.format(value) + " is not " + wanted);
  }

  private static String interval(double low, double high) {
    return "[" + ShortestDecimal.format(low) + ", " + ShortestDecimal.format(high) + "]";
  }
}
