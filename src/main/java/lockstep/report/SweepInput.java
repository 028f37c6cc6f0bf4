package lockstep.report;

import lockstep.config.Experiment;

/**
 * All that the results of a sweep are made of.
 *
 * @param experiment the sweep
 * @param records what came out of its trials; asked more than once for each
 * @param configuration what was run
 */
public record SweepInput(Experiment experiment, TrialRecords records, Configuration configuration) {

  /** A finished sweep, run with some version of the numerics. */
  public static SweepInput of(Experiment experiment, TrialRecords records, String numerics) {
    return new SweepInput(experiment, records, Configuration.of(experiment, numerics));
  }

  /** How often each configuration was run. */
  int repeats() {
    return experiment.repeats();
  }

  /** The cross-validation that the runs of a configuration are of. */
  FoldCount folds() {
    return new FoldCount(experiment.folds(), experiment.testToTrainingRatio());
  }

  /**
   * The trial of a configuration.
   *
   * @param configuration from 0
   * @param repeat from 0
   */
  int trial(int configuration, int repeat) {
    return Math.addExact(Math.multiplyExact(configuration, repeats()), repeat);
  }
}
