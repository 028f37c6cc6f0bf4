package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/**
 * What else is wrong with a file whose sweep makes no trials: keys and values are looked at one by
 * one, so that one mistake does not hide the others.
 */
final class BrokenSweep {
  private static final int MOST_VALUES = 1000;

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
      first = with(first, values.get(0), mistakes);
    }
    read(first, mistakes);
    int looked = 0;
    for (List<Assignment> values : readable) {
      for (int i = 1; i < values.size() && looked < MOST_VALUES; i++, looked++) {
        read(with(first, values.get(i), mistakes), mistakes);
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

  private static Mapping with(Mapping root, Assignment one, List<Mistake> mistakes) {
    Optional<Node> layer = one.key().lead(root, one.value(), one.place(), mistakes);
    return layer.map(node -> (Mapping) ExperimentKeys.EXPERIMENT.merge(root, node)).orElse(root);
  }
}
