package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/**
 * What else is wrong with a file whose sweep makes no trials: keys and values are looked at one by
 * one, so that one mistake does not hide the others.
 */
final class BrokenSweep {
  /** Keys times values: each reading looks at all keys once more. */
  private static final int MOST_READ = 20_000;

  /** So few keys cost no more than one. */
  private static final int KEYS_READ_FAST = 20;

  /** More mistakes than anybody is told. */
  private static final int ENOUGH = 2 * ExperimentReader.MOST_PROBLEMS;

  private final Where where;
  private final List<List<Assignment>> readable;
  private final Mapping base;
  private final TrialReader reader;

  /**
   * Nothing is looked at yet.
   *
   * @param root the values of the file
   * @param reader reads trials
   */
  BrokenSweep(Mapping root, TrialReader reader) {
    this.where = new Where(root);
    this.readable =
        root.get(ExperimentKeys.SWEEP.name()).map(SweepKeys::readable).orElse(List.of());
    this.base = root.without(ExperimentKeys.SWEEP.name()).without(ExperimentKeys.SEARCH.name());
    this.reader = reader;
  }

  /**
   * Reads the file with the first values of all keys, and with each other value of one key.
   *
   * @param mistakes gets what is wrong
   */
  void check(List<Mistake> mistakes) {
    Mapping first = where.all().entry().map(base::with).orElse(base);
    for (List<Assignment> values : readable) {
      first = AssignedRoots.with(first, values.get(0), mistakes);
    }
    read(first, mistakes);
    int left = MOST_READ / Math.max(KEYS_READ_FAST, readable.size());
    for (List<Assignment> values : readable) {
      for (int i = 1; i < values.size() && left > 0 && mistakes.size() < ENOUGH; i++, left--) {
        read(AssignedRoots.with(first, values.get(i), mistakes), mistakes);
      }
    }
  }

  private void read(Mapping root, List<Mistake> mistakes) {
    List<Mistake> found = new ArrayList<>();
    reader.readLoosely(root, found);
    found.stream()
        .map(where.all()::located)
        .filter(mistake -> !mistakes.contains(mistake))
        .forEach(mistakes::add);
  }
}
