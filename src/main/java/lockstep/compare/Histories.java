package lockstep.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The learning curves that are compared: the first repeat that both of a pair have. */
final class Histories {
  private final Map<String, Curves> read = new LinkedHashMap<>();

  private Histories() {}

  /** Where the curves of all pairs part: the loss and, if that is another, the measure's. */
  static List<Parting> partings(List<Pairing> pairings, Measure measure)
      throws IOException, NotComparableException {
    List<Pairing> shared = pairings.stream().filter(each -> !each.repeats().isEmpty()).toList();
    SortedSet<String> columns = new TreeSet<>(List.of("loss", measure.column()));
    Histories histories = new Histories();
    for (String column : columns) {
      histories.read(shared, column);
    }
    List<Parting> partings = new ArrayList<>();
    for (Pairing pairing : shared) {
      columns.forEach(column -> Parting.of(pairing, column, histories).ifPresent(partings::add));
    }
    return partings;
  }

  private void read(List<Pairing> pairings, String column)
      throws IOException, NotComparableException {
    Map<Path, SortedSet<Integer>> wanted = new LinkedHashMap<>();
    for (Pairing pairing : pairings) {
      Pairing.Repeat pair = pairing.repeats().get(0);
      want(wanted, pairing.first()).add(pair.first().trial());
      want(wanted, pairing.second()).add(pair.second().trial());
    }
    for (Map.Entry<Path, SortedSet<Integer>> each : wanted.entrySet()) {
      read.put(key(each.getKey(), column), Curves.read(each.getKey(), column, each.getValue()));
    }
  }

  private static SortedSet<Integer> want(
      Map<Path, SortedSet<Integer>> wanted, Candidate candidate) {
    return wanted.computeIfAbsent(candidate.folder(), any -> new TreeSet<>());
  }

  private static String key(Path folder, String column) {
    return column + " " + folder;
  }

  /** The recorded epochs of a trial. */
  SortedMap<Integer, Double> curve(Candidate candidate, StoredTrial trial, String column) {
    Curves curves = read.get(key(candidate.folder(), column));
    return curves == null ? new TreeMap<>() : curves.of(trial.trial());
  }
}
