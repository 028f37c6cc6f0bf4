package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExpectationKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Sequence;

/** Which expectations of a sweep's file are about which of its trials. */
final class Where {
  private static final String EXPECT = "expect";
  private static final String REPEAT = "repeat";
  private static final String FOLD = "fold";

  private final Mapping root;
  private final Optional<Sequence> entries;

  /**
   * The expectations of a file.
   *
   * @param root the file's values
   */
  Where(Mapping root) {
    this.root = root;
    this.entries = root.get(EXPECT).filter(Sequence.class::isInstance).map(Sequence.class::cast);
  }

  /**
   * A trial's values with the expectations that are about it, and without their conditions.
   *
   * @param trial the values, with all expectations
   * @param point where it is in the sweep
   * @param configuration its values of swept keys
   */
  Mapping only(Mapping trial, TrialPoint point, List<Assignment> configuration) {
    if (entries.isEmpty()) {
      return trial;
    }
    List<Node> kept = new ArrayList<>();
    for (Node entry : entries.get().items()) {
      if (holds(entry, point, configuration)) {
        kept.add(entry instanceof Mapping map ? map.without(name()) : entry);
      }
    }
    Sequence list = new Sequence(entries.get().place(), kept);
    return trial.with(new Entry(entries.get().place(), EXPECT, list));
  }

  private static String name() {
    return ExpectationKeys.WHERE.name();
  }

  private static Optional<Mapping> condition(Node entry) {
    return Optional.of(entry)
        .filter(Mapping.class::isInstance)
        .flatMap(map -> ((Mapping) map).get(name()))
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  private static boolean holds(Node entry, TrialPoint point, List<Assignment> configuration) {
    return condition(entry).map(Mapping::entries).orElse(List.of()).stream()
        .allMatch(wanted -> holds(wanted, point, configuration));
  }

  private static boolean holds(Entry wanted, TrialPoint point, List<Assignment> configuration) {
    String meaning = Assignment.meaning(wanted.value());
    if (wanted.key().equals(FOLD)) {
      return point.fold().isPresent() && meaning.equals(point.fold().getAsInt() + "");
    }
    return wanted.key().equals(REPEAT)
        ? meaning.equals(Integer.toString(point.repeat()))
        : configuration.stream()
            .anyMatch(
                one ->
                    one.key().text().equals(wanted.key())
                        && Assignment.meaning(one.value()).equals(meaning));
  }

  /**
   * Reports conditions that are none, or that hold for no trial.
   *
   * @param trace gets the mistakes
   * @param experiment the sweep
   */
  void check(Trace trace, SweptExperiment experiment) {
    List<Node> items = entries.map(Sequence::items).orElse(List.of());
    Scope list = trace.root(root.place()).child(EXPECT);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping map && map.get(name()).isPresent()) {
        check(map, list.item(i).child(name()), experiment);
      }
    }
  }

  private static void check(Mapping entry, Scope scope, SweptExperiment experiment) {
    Node where = entry.get(name()).orElseThrow();
    if (ExpectationKeys.WHERE.type().read(where, scope).isEmpty()) {
      return;
    }
    for (int trial = 0; trial < experiment.trials(); trial++) {
      TrialPoint point = experiment.place(trial);
      if (holds(entry, point, experiment.assignments(point.configuration()))) {
        return;
      }
    }
    scope.wrong(where, "holds for no trial", "values that the sweep gives, repeat and fold");
  }
}
