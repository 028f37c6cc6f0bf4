package lockstep.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What configurations are called: by what tells them apart. */
final class Names {
  private final List<Candidate> all;
  private final Map<Path, List<Integer>> varying = new LinkedHashMap<>();

  private Names(List<Candidate> all) {
    this.all = all;
    all.forEach(each -> varying.computeIfAbsent(each.folder(), any -> varying(each.results())));
  }

  /** The same configurations with names, no two of which are the same. */
  static List<Candidate> given(List<Candidate> all) {
    Names names = new Names(all);
    List<String> words = all.stream().map(names::of).toList();
    List<Candidate> named = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      Candidate one = all.get(index);
      String word = words.get(index);
      boolean twice = words.indexOf(word) != words.lastIndexOf(word);
      String name = twice ? word + " (configuration " + (one.number() + 1) + ")" : word;
      named.add(new Candidate(name, one.results(), one.number()));
    }
    return named;
  }

  private String of(Candidate candidate) {
    String values = values(candidate);
    boolean oneFolder = all.stream().allMatch(each -> each.results() == candidate.results());
    if (oneFolder) {
      return values;
    }
    return folder(candidate.folder()) + (values.isEmpty() ? "" : ": " + values);
  }

  /** The last part of a folder's path, or all of it if another folder's is the same. */
  private String folder(Path folder) {
    long same =
        all.stream()
            .map(Candidate::folder)
            .distinct()
            .filter(each -> last(each).equals(last(folder)))
            .count();
    return same == 1 ? last(folder) : folder.toString();
  }

  private static String last(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return Objects.requireNonNullElse(name, folder).toString();
  }

  /** The values of the swept keys that differ within a folder, or of all if none does. */
  private String values(Candidate candidate) {
    StoredResults results = candidate.results();
    List<String> values = results.values(candidate.number());
    List<String> parts = new ArrayList<>();
    for (int place : varying.get(results.folder())) {
      parts.add(key(results.keys(), place) + "=" + values.get(place));
    }
    return String.join(", ", parts);
  }

  private List<Integer> varying(StoredResults results) {
    List<List<String>> values =
        all.stream()
            .filter(each -> each.results() == results)
            .map(each -> results.values(each.number()))
            .toList();
    List<Integer> places = IntStream.range(0, results.keys().size()).boxed().toList();
    List<Integer> varying = places.stream().filter(place -> varies(values, place)).toList();
    return varying.isEmpty() ? places : varying;
  }

  private static boolean varies(List<List<String>> values, int place) {
    return values.stream().map(each -> each.get(place)).distinct().count() > 1;
  }

  /** The last part of a key, or all of it if another key's is the same. */
  private static String key(List<String> keys, int place) {
    String last = last(keys.get(place));
    long same = keys.stream().filter(each -> last(each).equals(last)).count();
    return same == 1 ? last : keys.get(place);
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
