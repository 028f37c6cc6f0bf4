package lockstep.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Spelling;

/**
 * What a configuration of a sweep must have to be meant.
 *
 * @param key a swept key, or the end of one
 * @param value its value as YAML; for a choice with parameters its word is enough
 */
record Condition(String key, String value) {
  private static final int LISTED = 12;

  static Condition parse(String text) throws NotComparableException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new NotComparableException(
          "'" + text.strip() + "' chooses no configuration; expected KEY=VALUE");
    }
    return new Condition(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /** Leaves only the configurations that have the value. */
  void keep(StoredResults results, List<Integer> picked) throws NotComparableException {
    int place = place(results);
    List<String> present =
        picked.stream().map(each -> results.values(each).get(place)).distinct().toList();
    picked.removeIf(configuration -> !matches(results.values(configuration).get(place)));
    if (picked.isEmpty()) {
      throw new NotComparableException(unknownValue(results, place, present));
    }
  }

  private int place(StoredResults results) throws NotComparableException {
    List<String> keys = results.keys();
    if (keys.isEmpty()) {
      throw new NotComparableException(
          results.folder() + " is a single run, not a sweep; nothing can be chosen by " + key);
    }
    List<String> ends =
        keys.stream().filter(each -> each.equals(key) || each.endsWith("." + key)).toList();
    if (ends.size() == 1 || ends.contains(key)) {
      return keys.indexOf(ends.contains(key) ? key : ends.get(0));
    }
    String nearest = nearest(keys);
    throw new NotComparableException(
        results.folder()
            + (ends.isEmpty() ? " does not sweep '" : " sweeps more than one '")
            + key
            + "'; it sweeps "
            + String.join(", ", keys)
            + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
  }

  private String nearest(List<String> keys) {
    List<String> known = new ArrayList<>(keys);
    keys.forEach(each -> known.add(each.substring(each.lastIndexOf('.') + 1)));
    return Spelling.nearest(key, known);
  }

  private String unknownValue(StoredResults results, int place, List<String> present) {
    String nearest = Spelling.nearest(value, present);
    String more = present.size() > LISTED ? ", ..." : "";
    return results.folder()
        + " has no "
        + results.keys().get(place)
        + "="
        + value
        + "; its values are "
        + String.join(", ", present.subList(0, Math.min(LISTED, present.size())))
        + more
        + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?");
  }

  private boolean matches(String present) {
    String wanted = bare(value);
    String found = bare(present);
    return found.equals(wanted)
        || found.startsWith("{" + wanted + ":")
        || number(wanted).isPresent() && number(wanted).equals(number(found));
  }

  /** A value without blanks and quotes, which do not tell values of keys apart. */
  private static String bare(String yaml) {
    return yaml.replaceAll("[\\s\"']", "");
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]{1,4})?") && text.matches(".*[0-9].*")
        ? decimal(text)
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text).stripTrailingZeros());
    } catch (NumberFormatException severalPoints) {
      return Optional.empty();
    }
  }
}
