package lockstep.report;

import java.util.Locale;
import java.util.Set;
import lockstep.training.Metric;

/**
 * A column of the history, and how people speak of it.
 *
 * @param name as in the CSV header: {@code loss}, {@code test_accuracy}
 */
record Column(String name) {
  private static final String TEST = "test_";
  private static final Set<String> HIGHER_IS_BETTER = Set.of(key(Metric.ACCURACY), key(Metric.R2));
  private static final Set<String> SHARES =
      Set.of(key(Metric.ACCURACY), key(Metric.ERROR_RATE), key(Metric.DEAD_UNITS));

  private static String key(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  /** Whether it was measured on the test samples. */
  boolean heldOut() {
    return name.startsWith(TEST);
  }

  /** The quantity without the part of the data it was measured on. */
  String quantity() {
    return heldOut() ? name.substring(TEST.length()) : name;
  }

  /** The quantity in words. */
  String words() {
    return quantity().equals("r2") ? "R²" : quantity().replace('_', ' ');
  }

  /** The quantity in words and, where samples were held out, which part it was measured on. */
  String words(boolean split) {
    return words() + (split ? heldOut() ? " (test)" : " (train)" : "");
  }

  boolean isLoss() {
    return quantity().equals("loss");
  }

  boolean higherIsBetter() {
    return HIGHER_IS_BETTER.contains(quantity());
  }

  /** Whether it is a share of samples or units, 0 to 1. */
  boolean isShare() {
    return SHARES.contains(quantity());
  }

  /** Whether it is the coefficient of determination, which has no unit. */
  boolean isDetermination() {
    return quantity().equals("r2");
  }

  /** Whether it is an error in the unit of the targets. */
  boolean isError() {
    return !isLoss() && !isShare() && !isDetermination();
  }

  /** What the numbers of a metric are counted in, for an axis. */
  String unit() {
    if (isShare()) {
      return "share, 0 to 1";
    }
    return isDetermination() ? "1 is a perfect fit" : "in the unit of the targets";
  }
}
