package lockstep.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A key that a sweep changes.
 *
 * @param keys its name, and those of the keys that change in step with it
 * @param values its different values, numbers ascending, others in the order of the sweep
 * @param places which of the values each configuration has
 */
record Axis(List<String> keys, List<String> values, int[] places) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final double LEAST_FACTOR = 8;

  /** Copies the lists. */
  Axis {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  /** The key that names it. */
  String key() {
    return keys.get(0);
  }

  /** The last word of the key, for places with little room. */
  String shortName() {
    return key().substring(key().lastIndexOf('.') + 1);
  }

  /** Whether a text is a number. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
  }

  /** Whether all values are numbers. */
  boolean numeric() {
    return values.stream().allMatch(Axis::isNumber);
  }

  /** The values of a numeric axis. */
  double[] numbers() {
    return values.stream().mapToDouble(Double::parseDouble).toArray();
  }

  String value(int configuration) {
    return values.get(places[configuration]);
  }

  /**
   * Whether equal factors suit the values better than equal steps: they are positive, span a factor
   * of eight, and their middle one is nearer to the geometric than to the arithmetic middle.
   */
  boolean logarithmic() {
    if (!numeric()) {
      return false;
    }
    double[] sorted = Arrays.stream(numbers()).sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double below = sorted[(sorted.length - 1) / 2];
    double above = sorted[sorted.length / 2];
    double factors =
        Math.abs(Math.sqrt(below) * Math.sqrt(above) - Math.sqrt(low) * Math.sqrt(high));
    double steps = Math.abs(below / 2 + above / 2 - low / 2 - high / 2);
    boolean nearer = factors < steps;
    return low > 0 && high / low >= LEAST_FACTOR && nearer;
  }

  /**
   * Whether two axes have the same configurations at each of their values. Numbers that are
   * different in every configuration, as drawn ones are, must also rise or fall together.
   */
  boolean inStepWith(Axis other) {
    if (values.size() != other.values.size()) {
      return false;
    }
    int[] partner = new int[values.size()];
    Arrays.fill(partner, -1);
    for (int configuration = 0; configuration < places.length; configuration++) {
      int here = places[configuration];
      if (partner[here] >= 0 && partner[here] != other.places[configuration]) {
        return false;
      }
      partner[here] = other.places[configuration];
    }
    return values.size() < places.length || !numeric() || monotone(partner);
  }

  private static boolean monotone(int[] partner) {
    int last = partner.length - 1;
    return IntStream.rangeClosed(0, last).allMatch(index -> partner[index] == index)
        || IntStream.rangeClosed(0, last).allMatch(index -> partner[index] == last - index);
  }
}
