package lockstep.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings in which configurations differ.
 *
 * @param keys their keys, in the order of the files
 * @param values for each configuration its value of each key; empty where it has none
 */
public record SettingDifferences(List<String> keys, List<List<String>> values) {
  /** Copies the lists. */
  public SettingDifferences {
    keys = List.copyOf(keys);
    values = values.stream().map(List::copyOf).toList();
  }

  /**
   * Within one sweep what it changes, as it is written there; else all that the files resolve to.
   */
  static SettingDifferences among(List<Candidate> candidates) {
    StoredResults first = candidates.get(0).results();
    return candidates.stream().allMatch(each -> each.results() == first)
        ? swept(first, candidates)
        : resolved(candidates);
  }

  private static SettingDifferences swept(StoredResults sweep, List<Candidate> candidates) {
    List<Map<String, String>> settings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Map<String, String> values = new LinkedHashMap<>();
      List<String> row = sweep.values(candidate.number());
      for (int place = 0; place < row.size(); place++) {
        values.put(sweep.keys().get(place), row.get(place));
      }
      settings.add(values);
    }
    return of(settings);
  }

  private static SettingDifferences resolved(List<Candidate> candidates) {
    return of(candidates.stream().map(Candidate::settings).toList());
  }

  private static SettingDifferences of(List<Map<String, String>> settings) {
    Set<String> all = new LinkedHashSet<>();
    settings.forEach(each -> all.addAll(each.keySet()));
    List<String> keys = all.stream().filter(key -> differs(key, settings)).toList();
    List<List<String>> values = new ArrayList<>();
    for (Map<String, String> each : settings) {
      values.add(keys.stream().map(key -> each.getOrDefault(key, "")).toList());
    }
    return new SettingDifferences(keys, values);
  }

  /** Whether configurations differ in a setting whose key begins so. */
  boolean in(String part) {
    return keys.stream().anyMatch(key -> key.startsWith(part));
  }

  private static boolean differs(String key, List<Map<String, String>> settings) {
    return settings.stream().map(each -> each.getOrDefault(key, "")).distinct().count() > 1;
  }
}
