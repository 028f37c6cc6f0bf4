package lockstep.config;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Trace;
import lockstep.config.check.ExperimentChecks;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.HeadingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/**
 * From the values of one trial to its specification.
 *
 * @param baseName the name of an experiment that states none
 * @param memoryLimit what a trial may need, in bytes
 */
record TrialReader(String baseName, double memoryLimit) {

  /**
   * Binds and checks.
   *
   * @param root the values
   * @param mistakes gets what is wrong; what is wrong already may be the reason for missing keys
   * @return empty if there are mistakes
   */
  Optional<ExperimentSpec> read(Mapping root, List<Mistake> mistakes) {
    boolean gaps = root.get(HeadingKeys.EXTENDS.name()).isPresent() && !mistakes.isEmpty();
    Trace trace = new Trace(mistakes, gaps);
    Optional<ExperimentSection> section =
        ExperimentKeys.EXPERIMENT.read(root, trace.root(root.place()));
    checkName(trace);
    ExperimentChecks.check(trace, memoryLimit);
    return section
        .filter(complete -> mistakes.isEmpty())
        .map(complete -> Resolution.resolve(complete, baseName));
  }

  private void checkName(Trace trace) {
    String key = HeadingKeys.EXPERIMENT.name();
    if (!trace.isGiven(key) && !baseName.matches(HeadingKeys.NAME_PATTERN)) {
      String message = "the file's name '" + baseName + "' cannot be the experiment's";
      trace.report(key, message, "experiment: a name " + HeadingKeys.NAME_RANGE);
    }
  }
}
