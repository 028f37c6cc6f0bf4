package lockstep.config.check;

import lockstep.config.binding.Key;
import lockstep.config.binding.Words;
import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.DeviationKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.network.Deviations.BackwardPass;
import lockstep.training.Batch;
import lockstep.training.UpdateRule;

/**
 * Whether what is to be looked into has a meaning for this training.
 *
 * @param facts what is known of the experiment
 */
record AnalysisChecks(Facts facts) {
  private static final String STABILITY = "analysis." + AnalysisKeys.STABILITY.name();

  void check() {
    if (facts.trace().isGiven(STABILITY)) {
      refuse(TrainingKeys.BATCH, Batch.PER_SAMPLE, "training.");
      refuse(TrainingKeys.RULE, UpdateRule.PERCEPTRON, "training.");
      refuse(DeviationKeys.BACKWARD_PASS, BackwardPass.LAST_SAMPLE, "deviations.");
    }
  }

  /** With these updates there is no one direction that is a smooth function of the parameters. */
  private <T extends Enum<T>> void refuse(Key<T> key, T value, String section) {
    if (facts.trace().find(key).filter(value::equals).isPresent()) {
      String setting = section + key.name() + ": " + Words.word(value);
      String message = "is of full-batch gradient descent and cannot be measured with " + setting;
      facts.wrong(STABILITY, message, "no " + AnalysisKeys.STABILITY.name() + " here");
    }
  }
}
