package lockstep.config.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.KeyPath;

/**
 * Which configurations have the values of which rows. All rows that name the same keys are looked
 * up together, so that thousands of rows do not each look at every configuration.
 */
final class Matches {
  /** By the keys of rows and then by their values, the places of the configurations. */
  private final Map<List<KeyPath>, Map<List<String>, List<Integer>>> places = new LinkedHashMap<>();

  /**
   * Finds them.
   *
   * @param configurations the values of each
   * @param rows what they are held against
   */
  Matches(List<List<Assignment>> configurations, List<List<Assignment>> rows) {
    for (List<Assignment> row : rows) {
      places
          .computeIfAbsent(keys(row), any -> new LinkedHashMap<>())
          .put(meanings(row), new ArrayList<>());
    }
    places.forEach((keys, wanted) -> find(configurations, keys, wanted));
  }

  /**
   * The places of the configurations that have all values of a row, in their order.
   *
   * @param row one of those that were asked for
   */
  List<Integer> of(List<Assignment> row) {
    return places.get(keys(row)).get(meanings(row));
  }

  private static void find(
      List<List<Assignment>> configurations,
      List<KeyPath> keys,
      Map<List<String>, List<Integer>> wanted) {
    for (int i = 0; i < configurations.size(); i++) {
      List<Assignment> configuration = configurations.get(i);
      List<Assignment> own =
          keys.stream().map(key -> of(configuration, key)).flatMap(Optional::stream).toList();
      List<Integer> found = own.size() == keys.size() ? wanted.get(meanings(own)) : null;
      if (found != null) {
        found.add(i);
      }
    }
  }

  private static Optional<Assignment> of(List<Assignment> configuration, KeyPath key) {
    return configuration.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  private static List<KeyPath> keys(List<Assignment> row) {
    return row.stream().map(Assignment::key).toList();
  }

  /** Numbers may be written in different ways. */
  private static List<String> meanings(List<Assignment> row) {
    return row.stream().map(one -> Assignment.meaning(one.value())).toList();
  }
}
