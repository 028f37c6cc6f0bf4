package lockstep.config.check;

import lockstep.config.binding.Key;
import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.DeviationKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.config.yaml.YamlWriter;
import lockstep.network.Deviations.BackwardPass;
import lockstep.training.Batching;
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
      refuse(TrainingKeys.BATCH, Batching.PER_SAMPLE, "training.");
      refuse(UpdateKeys.RULE, UpdateRule.PERCEPTRON, "training.");
      refuse(DeviationKeys.BACKWARD_PASS, BackwardPass.LAST_SAMPLE, "deviations.");
    }
  }

  /** With these updates there is no one direction that is a smooth function of the parameters. */
  private <T> void refuse(Key<T> key, T value, String section) {
    if (facts.trace().find(key).filter(value::equals).isPresent()) {
      String setting = section + key.name() + ": " + YamlWriter.inline(key.type().write(value));
      String message = "is of full-batch gradient descent and cannot be measured with " + setting;
      facts.wrong(STABILITY, message, "no " + AnalysisKeys.STABILITY.name() + " here");
    }
  }
}
