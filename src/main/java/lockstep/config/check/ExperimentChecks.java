package lockstep.config.check;

import lockstep.config.binding.Trace;

/** Whether the values of a file, each right by itself, are right together. */
public final class ExperimentChecks {
  private ExperimentChecks() {}

  /**
   * Reports everything that does not fit, as far as the values concerned could be read.
   *
   * @param trace the values and their places; gets the mistakes
   * @param memoryLimit what the experiment may need, in bytes
   */
  public static void check(Trace trace, double memoryLimit) {
    Facts facts = new Facts(trace);
    new DataChecks(facts).check();
    new StreamChecks(facts).check();
    new NetworkChecks(facts).check();
    new LossChecks(facts).check();
    new TrainingChecks(facts).check();
    new UpdateChecks(facts).check();
    new MetricChecks(facts).check();
    new AnalysisChecks(facts).check();
    ExpectationChecks.check(facts);
    new MemoryCheck(facts, memoryLimit).check();
  }

  /** What an experiment may need on this machine, in bytes. */
  public static double memoryLimit() {
    return MemoryEstimate.limit();
  }
}
