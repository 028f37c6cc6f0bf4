package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Spelling;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.SaveKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.Expansion;
import lockstep.config.sweep.SweepSection;
import lockstep.config.sweep.SweepSection.HalvingSection;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;
import lockstep.training.TrainingRun;

/**
 * Reads a file of many trials, with a sweep, a search or a cross-validation: expands it, and checks
 * every configuration before any is run.
 */
final class SweepReader {
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

  /** Whether a file has a sweep, a search or a cross-validation. */
  static boolean reads(Mapping root) {
    return root.get(ExperimentKeys.SWEEP.name()).isPresent()
        || root.get(ExperimentKeys.SEARCH.name()).isPresent()
        || FoldAxis.of(root).count() > 1;
  }

  /**
   * Reads a file of many trials.
   *
   * @param root its values
   * @return empty if there are mistakes
   */
  Optional<Experiment> read(Mapping root) {
    Trace trace = new Trace(mistakes, false);
    Scope scope = trace.root(root.place());
    root.entry(SaveKeys.SAVE.name()).ifPresent(this::refuseSaving);
    Optional<SweptExperiment> experiment = expanded(root, scope);
    experiment.ifPresent(one -> check(one, root, scope));
    return mistakes.isEmpty() ? experiment.map(Experiment.class::cast) : Optional.empty();
  }

  /**
   * The same, but only the first trial is checked.
   *
   * @param root the values of a file
   * @return empty if mistakes were found
   */
  Optional<Experiment> glance(Mapping root) {
    Optional<SweptExperiment> experiment =
        expanded(root, new Trace(mistakes, false).root(root.place()));
    experiment.ifPresent(one -> one.read(0, List.of(), mistakes));
    return mistakes.isEmpty() ? experiment.map(Experiment.class::cast) : Optional.empty();
  }

  private Optional<SweptExperiment> expanded(Mapping root, Scope scope) {
    Optional<SweepSection> sweep = section(ExperimentKeys.SWEEP, root, scope, SweepSection.NONE);
    Optional<Searching> searching = SearchReader.read(root, scope, sweep);
    Scope child = scope.child(ExperimentKeys.SWEEP.name());
    Optional<List<List<Assignment>>> expanded =
        sweep.flatMap(section -> Expansion.of(section, child, trials.memoryLimit()));
    if (expanded.isEmpty() || !mistakes.isEmpty()) {
      new BrokenSweep(root, trials).check(mistakes);
      return Optional.empty();
    }
    if (!fits(expanded.get().size(), sweep.get(), FoldAxis.of(root), scope)) {
      return Optional.empty();
    }
    SweptExperiment.Asked asked = new SweptExperiment.Asked(sweep.get(), searching);
    return Optional.of(new SweptExperiment(root, asked, expanded.get(), trials));
  }

  private static boolean fits(int configurations, SweepSection sweep, FoldAxis folds, Scope scope) {
    long trials = (long) configurations * sweep.repeats() * folds.count();
    if (trials > Expansion.MOST_TRIALS) {
      Place place = folds.folds().map(Node::place).orElse(scope.trace().place(""));
      Scope k = scope.child("data").child("folds").child("k");
      k.wrong(place, "makes " + trials + " trials", "at most " + Expansion.MOST_TRIALS, "");
    }
    return trials <= Expansion.MOST_TRIALS;
  }

  private void check(SweptExperiment experiment, Mapping root, Scope scope) {
    new Where(root).check(scope.trace(), experiment);
    FoldChecks folds = new FoldChecks(experiment, root);
    folds.check(mistakes);
    check(experiment, folds, scope.child(ExperimentKeys.SWEEP.name()));
    experiment.searching().ifPresent(search -> search.check(experiment, mistakes));
  }

  private void refuseSaving(Entry save) {
    String message = "a sweep or search keeps no models";
    mistakes.add(new Mistake(save.place(), save.key(), message, "no save here", ""));
  }

  private static <T> Optional<T> section(Key<T> key, Mapping root, Scope scope, T otherwise) {
    Optional<Node> node = root.get(key.name());
    return node.isEmpty()
        ? Optional.of(otherwise)
        : key.type().read(node.get(), scope.child(key.name()).at(node.get()));
  }

  /**
   * Checks every configuration; a mistake that several share is told once. Of those that the checks
   * cannot tell apart, one is read.
   */
  private void check(SweptExperiment experiment, FoldChecks folds, Scope sweep) {
    Kinds kinds = experiment.newKinds();
    SharedMistakes found = new SharedMistakes(experiment);
    int[] telling = experiment.telling();
    List<Mistake> wrong = new ArrayList<>();
    for (int i = 0; i < telling.length && !found.isEnough(); i++) {
      List<Mistake> ofTrial = read(experiment, telling[i], folds, sweep, kinds);
      wrong.addAll(ofTrial);
      int configuration = telling[i] / experiment.repeats();
      boolean last =
          i + 1 == telling.length || telling[i + 1] / experiment.repeats() > configuration;
      if (last) {
        found.add(wrong);
        wrong.clear();
      }
    }
    mistakes.addAll(found.told());
  }

  /** What is wrong with a trial; nothing if others of its kind are known to be right. */
  private static List<Mistake> read(
      SweptExperiment experiment, int trial, FoldChecks folds, Scope sweep, Kinds kinds) {
    List<Mistake> wrong = new ArrayList<>();
    Optional<ExperimentSpec> spec =
        kinds.isRight(experiment, trial)
            ? Optional.empty()
            : experiment.read(trial, List.of(), wrong);
    spec.filter(one -> !one.training().stopping().isReproducible())
        .ifPresent(limited -> wrong.add(refusal(sweep)));
    spec.ifPresent(one -> folds.check(one, wrong));
    if (spec.isPresent() && experiment.asksForHalving().isPresent()) {
      check(experiment.asksForHalving().get(), spec.get(), sweep, wrong);
    }
    if (wrong.isEmpty()) {
      kinds.noteRight(experiment, trial, spec);
    }
    return wrong;
  }

  /** Sweeps and searches give the same bytes, always. */
  private static Mistake refusal(Scope sweep) {
    Place place = place(sweep);
    String message = "a run whose time is limited is not reproducible";
    String expected = "no limit on the seconds in a sweep or a search";
    return new Mistake(place, "training.seconds", message, expected, "");
  }

  /** Whether a trial is still running at every rung, and has the column that ranks. */
  private static void check(
      HalvingSection halving, ExperimentSpec spec, Scope sweep, List<Mistake> mistakes) {
    Scope scope = sweep.child("halving");
    int epochs = spec.training().epochs();
    int last = halving.rungs().get(halving.rungs().size() - 1);
    if (last >= epochs) {
      Scope rungs = scope.child("rungs");
      String message = "the last rung is not before the end of a trial of " + epochs + " epochs";
      mistakes.add(new Mistake(place(rungs), rungs.path(), message, "below " + epochs, ""));
    }
    List<String> columns = TrainingRun.columns(spec.metrics(), spec.data().parts());
    if (!columns.containsAll(halving.metric().stream().toList())) {
      Scope metric = scope.child("metric");
      String message = "is not recorded by a trial";
      String expected = "one of " + String.join(", ", columns);
      String suggestion = Spelling.nearest(halving.metric().get(), columns);
      mistakes.add(new Mistake(place(metric), metric.path(), message, expected, suggestion));
    }
  }

  private static Place place(Scope scope) {
    return scope.trace().place(scope.path());
  }
}
