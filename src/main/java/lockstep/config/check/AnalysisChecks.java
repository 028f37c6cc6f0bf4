package lockstep.config.check;

import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.DeviationKeys;
import lockstep.network.Deviations.BackwardPass;

/**
 * Whether what is to be looked into has a meaning for this training.
 *
 * @param facts what is known of the experiment
 */
record AnalysisChecks(Facts facts) {
  private static final String STABILITY = "analysis." + AnalysisKeys.STABILITY.name();

  void check() {
    if (facts.trace().isGiven(STABILITY)) {
      new OtherUpdates(facts).all().forEach(this::refuse);
      facts
          .trace()
          .find(DeviationKeys.BACKWARD_PASS)
          .filter(BackwardPass.LAST_SAMPLE::equals)
          .ifPresent(last -> refuse("deviations.backward_pass: last_sample"));
    }
  }

  /** With these updates there is no one direction that is a smooth function of the parameters. */
  private void refuse(String setting) {
    String message = "is of full-batch gradient descent and cannot be measured with " + setting;
    facts.wrong(STABILITY, message, "no " + AnalysisKeys.STABILITY.name() + " here");
  }
}
