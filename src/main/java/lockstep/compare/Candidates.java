package lockstep.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The configurations that are compared, with their names.
 *
 * @param all at least two, each once
 * @param baseline the one that all others are compared with; empty if each is with each
 */
public record Candidates(List<Candidate> all, OptionalInt baseline) {
  private static final String EXAMPLE = "; as in results/initial_values:weights=he";

  /** More comparisons say nothing after a correction for their number. */
  private static final int MOST_PAIRS = 2000;

  /** Copies the list. */
  public Candidates {
    all = List.copyOf(all);
  }

  /** Reads what was asked for. */
  static Candidates read(CompareRequest request) throws IOException, NotComparableException {
    Collecting collecting = new Collecting();
    List<Selection> selections = new ArrayList<>();
    for (String argument : request.results()) {
      selections.add(Selection.parse(argument));
    }
    for (Selection selection : selections) {
      collecting.add(selection);
    }
    refuseDifferentKeys(collecting, selections);
    OptionalInt baseline = OptionalInt.empty();
    if (request.baseline().isPresent()) {
      String written = request.baseline().get();
      baseline = OptionalInt.of(collecting.one(selection(written, selections), written));
    }
    if (collecting.chosen.size() < 2) {
      throw nothing(collecting.chosen.get(0));
    }
    refuseTooMany(collecting.chosen.size(), baseline);
    return new Candidates(Names.given(collecting.chosen), baseline);
  }

  /** Without a folder of its own the baseline is in the only folder that is named. */
  private static Selection selection(String baseline, List<Selection> selections)
      throws NotComparableException {
    List<Path> folders = selections.stream().map(Selection::folder).distinct().toList();
    Optional<Selection> within =
        folders.size() == 1 ? Selection.within(folders.get(0), baseline) : Optional.empty();
    return within.isPresent() ? within.get() : Selection.parse(baseline);
  }

  private static NotComparableException nothing(Candidate only) {
    return new NotComparableException(
        "there is nothing to compare "
            + only.folder()
            + " with: it "
            + what(only)
            + "; name a second results folder, or a sweep with at least two configurations");
  }

  private static String what(Candidate only) {
    if (!only.results().keys().isEmpty()) {
      return "or what was chosen of it is one configuration";
    }
    return only.trialCount() == 1 ? "is a single run" : "is one configuration";
  }

  private static void refuseTooMany(long count, OptionalInt baseline)
      throws NotComparableException {
    long pairs = baseline.isPresent() ? count - 1 : count * (count - 1) / 2;
    if (pairs > MOST_PAIRS) {
      throw new NotComparableException(
          count
              + " configurations make "
              + pairs
              + " comparisons, more than "
              + MOST_PAIRS
              + "; name a --baseline, or choose some of them"
              + EXAMPLE);
    }
  }

  private static void refuseDifferentKeys(Collecting collecting, List<Selection> selections)
      throws IOException, NotComparableException {
    List<StoredResults> sweeps = new ArrayList<>();
    for (Selection selection : selections) {
      StoredResults results = collecting.folder(selection.folder());
      if (selection.whole() && results.configurations().size() > 1) {
        sweeps.add(results);
      }
    }
    for (StoredResults sweep : sweeps) {
      if (!sweep.keys().equals(sweeps.get(0).keys())) {
        throw new NotComparableException(
            keys(sweeps.get(0))
                + ", but "
                + keys(sweep)
                + "; choose a configuration of each"
                + EXAMPLE);
      }
    }
  }

  private static String keys(StoredResults sweep) {
    return sweep.folder() + " sweeps " + String.join(", ", sweep.keys());
  }

  /** The other of the pairs that are compared: each with the baseline, or each with each. */
  List<int[]> pairs() {
    int count = all.size();
    IntStream firsts =
        baseline.isPresent() ? IntStream.of(baseline.getAsInt()) : IntStream.range(0, count);
    List<int[]> pairs = new ArrayList<>();
    firsts.forEach(
        first ->
            IntStream.range(baseline.isPresent() ? 0 : first + 1, count)
                .filter(second -> second != first)
                .forEach(second -> pairs.add(new int[] {first, second})));
    return pairs;
  }

  /** Reads each folder once and takes each configuration once. */
  private static final class Collecting {
    private final Map<Path, StoredResults> folders = new LinkedHashMap<>();
    private final List<Candidate> chosen = new ArrayList<>();

    StoredResults folder(Path folder) throws IOException, NotComparableException {
      Path key = folder.toAbsolutePath().normalize();
      if (!folders.containsKey(key)) {
        folders.put(key, StoredResults.read(folder));
      }
      return folders.get(key);
    }

    void add(Selection selection) throws IOException, NotComparableException {
      StoredResults results = folder(selection.folder());
      for (int configuration : selection.pick(results)) {
        place(new Candidate("", results, configuration));
      }
    }

    int place(Candidate candidate) {
      for (int index = 0; index < chosen.size(); index++) {
        if (chosen.get(index).is(candidate)) {
          return index;
        }
      }
      chosen.add(candidate);
      return chosen.size() - 1;
    }

    int one(Selection selection, String written) throws IOException, NotComparableException {
      StoredResults results = folder(selection.folder());
      List<Integer> picked = selection.pick(results);
      if (picked.size() > 1) {
        throw new NotComparableException(
            "the baseline is one configuration, but "
                + picked.size()
                + " are meant by "
                + written
                + EXAMPLE);
      }
      return place(new Candidate("", results, picked.get(0)));
    }
  }
}
