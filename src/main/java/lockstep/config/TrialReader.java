package lockstep.config;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import lockstep.config.binding.Answers;
import lockstep.config.binding.Sections;
import lockstep.config.binding.Trace;
import lockstep.config.check.ExperimentChecks;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.HeadingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/**
 * From the values of one trial to its specification. What was found in a section or by the checks
 * is remembered, since the trials of a sweep have most of their values in common; the same values
 * always give the same answer. Threads may share a reader.
 */
final class TrialReader {
  private static final int MOST_ANSWERS = 8;

  private final String baseName;
  private final double memoryLimit;
  private final Sections sections = new Sections();
  private final Deque<Answers> fine = new ConcurrentLinkedDeque<>();

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
    check(trace);
    return section
        .filter(complete -> mistakes.isEmpty())
        .map(complete -> Resolution.resolve(complete, baseName));
  }

  /** Checks, unless everything that the checks look at has been found to be fine before. */
  private void check(Trace trace) {
    if (trace.count() == 0 && fine.stream().anyMatch(answers -> answers.holdIn(trace))) {
      return;
    }
    Answers answers = new Answers();
    trace.note(answers);
    ExperimentChecks.check(trace, memoryLimit);
    if (trace.count() == 0) {
      fine.addFirst(answers);
      while (fine.size() > MOST_ANSWERS) {
        fine.pollLast();
      }
    }
  }

  private void checkName(Trace trace) {
    String key = HeadingKeys.EXPERIMENT.name();
    if (!trace.isGiven(key) && !baseName.matches(HeadingKeys.NAME_PATTERN)) {
      String message = "the file's name '" + baseName + "' cannot be the experiment's";
      trace.report(key, message, "experiment: a name " + HeadingKeys.NAME_RANGE);
    }
  }
}
