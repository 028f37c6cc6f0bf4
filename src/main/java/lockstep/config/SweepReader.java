package lockstep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Trace;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.Expansion;
import lockstep.config.sweep.SearchKeys;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.sweep.SweepSection;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/**
 * Reads a file with a sweep or a search: expands it, and checks every configuration before any is
 * run.
 */
final class SweepReader {
  private static final int MOST_MISTAKES = ExperimentReader.MOST_PROBLEMS;

  private final TrialReader trials;
  private final List<Mistake> mistakes;

  /**
   * A reader.
   *
   * @param trials how each trial is read
   * @param mistakes gets what is wrong
   */
  SweepReader(TrialReader trials, List<Mistake> mistakes) {
    this.trials = trials;
    this.mistakes = mistakes;
  }

  /** Whether a file has a sweep or a search. */
  static boolean reads(Mapping root) {
    return root.get(SweepKeys.SWEEP.name()).isPresent()
        || root.get(SearchKeys.SEARCH.name()).isPresent();
  }

  /**
   * Reads a file that has a sweep or a search.
   *
   * @param root its values
   * @return empty if there are mistakes
   */
  Optional<Experiment> read(Mapping root) {
    Trace trace = new Trace(mistakes, false);
    Scope scope = trace.root(root.place());
    Optional<SweepSection> sweep = section(SweepKeys.SWEEP, root, scope, SweepSection.NONE);
    Optional<Searching> searching = SearchReader.read(root, scope, sweep);
    Optional<List<List<Assignment>>> expanded =
        sweep.flatMap(section -> Expansion.of(section, scope.child(SweepKeys.SWEEP.name())));
    if (expanded.isEmpty() || !mistakes.isEmpty()) {
      return Optional.empty();
    }
    SweptExperiment.Asked asked = new SweptExperiment.Asked(sweep.get(), searching);
    SweptExperiment experiment = new SweptExperiment(root, asked, expanded.get(), trials);
    new Where(root).check(trace, expanded.get(), sweep.get().repeats());
    check(experiment);
    searching.ifPresent(search -> search.check(experiment, mistakes));
    return mistakes.isEmpty() ? Optional.of(experiment) : Optional.empty();
  }

  private static <T> Optional<T> section(Key<T> key, Mapping root, Scope scope, T otherwise) {
    Optional<Node> node = root.get(key.name());
    return node.isEmpty()
        ? Optional.of(otherwise)
        : key.type().read(node.get(), scope.child(key.name()).at(node.get()));
  }

  /** Reads every configuration; a mistake that several share is told once. */
  private void check(SweptExperiment experiment) {
    Map<Mistake, Integer> first = new LinkedHashMap<>();
    Map<Mistake, Integer> count = new LinkedHashMap<>();
    for (int i = 0; i < experiment.configurations() && first.size() < MOST_MISTAKES; i++) {
      List<Mistake> found = new ArrayList<>();
      experiment.read(i, found);
      for (Mistake mistake : found) {
        first.putIfAbsent(mistake, i);
        count.merge(mistake, 1, Integer::sum);
      }
    }
    first.forEach(
        (mistake, configuration) ->
            mistakes.add(told(mistake, experiment, configuration, count.get(mistake))));
  }

  private static Mistake told(
      Mistake mistake, SweptExperiment experiment, int configuration, int count) {
    if (count == experiment.configurations()) {
      return mistake;
    }
    List<String> values = new ArrayList<>();
    for (Assignment one : experiment.assignments(configuration)) {
      values.add(one.key().text() + ": " + one.text());
    }
    String others = count == 1 ? "" : " and " + (count - 1) + " other configurations";
    String message = mistake.message() + ", with " + String.join(", ", values) + others;
    return new Mistake(
        mistake.place(), mistake.key(), message, mistake.expected(), mistake.suggestion());
  }
}
