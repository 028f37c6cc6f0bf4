package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Questions;
import lockstep.config.binding.Sections;
import lockstep.config.binding.Trace;
import lockstep.config.check.ExperimentChecks;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.HeadingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/**
 * From the values of one trial to its specification. What was found in a section is remembered,
 * since the trials of a sweep have most of their values in common. Threads may share a reader once
 * all that is to be checked has been.
 */
final class TrialReader {
  private final String baseName;
  private final double memoryLimit;
  private final Sections sections = new Sections();
  private final Questions questions = new Questions(SweepQuestions.ALL);

  /**
   * A reader.
   *
   * @param baseName the name of an experiment that states none
   * @param memoryLimit what a trial may need, in bytes
   */
  TrialReader(String baseName, double memoryLimit) {
    this.baseName = baseName;
    this.memoryLimit = memoryLimit;
  }

  /** What a trial may need, in bytes. */
  double memoryLimit() {
    return memoryLimit;
  }

  /**
   * Binds and checks.
   *
   * @param root the values
   * @param mistakes gets what is wrong; what is wrong already may be the reason for missing keys
   * @return empty if there are mistakes
   */
  Optional<ExperimentSpec> read(Mapping root, List<Mistake> mistakes) {
    boolean gaps = root.get(HeadingKeys.EXTENDS.name()).isPresent() && !mistakes.isEmpty();
    Trace trace = new Trace(mistakes, gaps, sections);
    Optional<ExperimentSection> section =
        ExperimentKeys.EXPERIMENT.read(root, trace.root(root.place()));
    checkName(trace);
    trace.note(questions);
    ExperimentChecks.check(trace, memoryLimit);
    return section
        .filter(complete -> mistakes.isEmpty())
        .map(complete -> Resolution.resolve(complete, baseName));
  }

  /**
   * Binds without looking at values together, or for what is missing.
   *
   * @param root the values
   * @param mistakes gets what is wrong
   */
  void readLoosely(Mapping root, List<Mistake> mistakes) {
    Trace trace = new Trace(mistakes, true, sections);
    ExperimentKeys.EXPERIMENT.read(root, trace.root(root.place()));
  }

  /**
   * Binds what is known to be right.
   *
   * @param root the values
   * @throws IllegalStateException if they are wrong
   */
  ExperimentSpec readAgain(Mapping root) {
    List<Mistake> mistakes = new ArrayList<>();
    Trace trace = new Trace(mistakes, false, sections);
    return ExperimentKeys.EXPERIMENT
        .readFields(root, trace.root(root.place()))
        .map(complete -> Resolution.resolve(complete, baseName))
        .orElseThrow(() -> new IllegalStateException("was right when read first: " + mistakes));
  }

  /**
   * Binds one section by itself.
   *
   * @param name its name
   * @param root values that have it
   * @return what was found in it; empty if there is a mistake, which is not told
   */
  Optional<Trace> section(String name, Mapping root) {
    Trace trace = new Trace(new ArrayList<>(), false, sections);
    boolean right =
        ExperimentKeys.EXPERIMENT.readOne(name, root, trace.root(root.place()))
            && trace.count() == 0;
    return right ? trace.section(name) : Optional.empty();
  }

  /** What the checks have asked so far. */
  Questions questions() {
    return questions;
  }

  private void checkName(Trace trace) {
    String key = HeadingKeys.EXPERIMENT.name();
    if (!trace.isGiven(key) && !baseName.matches(HeadingKeys.NAME_PATTERN)) {
      String message = "the file's name '" + baseName + "' cannot be the experiment's";
      trace.report(key, message, "experiment: a name " + HeadingKeys.NAME_RANGE);
    }
  }
}
