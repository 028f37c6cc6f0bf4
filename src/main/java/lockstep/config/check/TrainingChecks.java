package lockstep.config.check;

import java.util.List;
import lockstep.config.binding.Key;
import lockstep.config.format.DeviationKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.BiasGradient;
import lockstep.network.Deviations.HiddenGradient;
import lockstep.training.Batching;

/** Whether loss and deviations have a meaning for this data and network. */
record TrainingChecks(Facts facts) {
  private static final String NO_DIFFERENCE = "makes no difference here: ";

  void check() {
    checkSigmoidFactor();
    checkBiasGradient();
    checkBackwardPass();
    checkHiddenGradient();
  }

  private void checkSigmoidFactor() {
    boolean none =
        facts
            .activations()
            .filter(all -> all.stream().noneMatch(Activation.Sigmoid.class::isInstance))
            .isPresent();
    facts
        .trace()
        .find(DeviationKeys.SIGMOID_DERIVATIVE_FACTOR)
        .filter(factor -> factor != 1)
        .ifPresent(
            factor -> {
              refuseIf(none, DeviationKeys.SIGMOID_DERIVATIVE_FACTOR, "there is no sigmoid");
              refusePerceptron(DeviationKeys.SIGMOID_DERIVATIVE_FACTOR);
            });
  }

  private void checkBiasGradient() {
    boolean untrained =
        facts.trace().find(NetworkKeys.BIASES).filter(mode -> mode != BiasMode.ON).isPresent();
    facts
        .trace()
        .find(DeviationKeys.BIAS_GRADIENT)
        .filter(BiasGradient.MEAN::equals)
        .ifPresent(
            mean -> {
              refuseIf(untrained, DeviationKeys.BIAS_GRADIENT, "the biases are not trained");
              refuseIf(isOneByOne(), DeviationKeys.BIAS_GRADIENT, "batch is per_sample");
            });
  }

  private void checkBackwardPass() {
    facts
        .trace()
        .find(DeviationKeys.BACKWARD_PASS)
        .filter(BackwardPass.LAST_SAMPLE::equals)
        .ifPresent(
            last -> {
              refuseIf(isOneByOne(), DeviationKeys.BACKWARD_PASS, "batch is per_sample");
              refuseBatches();
              refuseDropout();
            });
  }

  /** The error of all samples and the pass of the last one would have other masks. */
  private void refuseDropout() {
    if (facts.silencesUnits()) {
      String path = "deviations." + DeviationKeys.BACKWARD_PASS.name();
      facts.wrong(path, "is not defined with network.dropout", "one of them");
    }
  }

  private void checkHiddenGradient() {
    boolean noHidden = facts.layers().filter(layers -> layers.size() == 2).isPresent();
    facts
        .trace()
        .find(DeviationKeys.HIDDEN_GRADIENT)
        .filter(HiddenGradient.UPDATED_WEIGHTS::equals)
        .ifPresent(
            updated -> {
              refuseIf(noHidden, DeviationKeys.HIDDEN_GRADIENT, "there is no hidden layer");
              refuseWaiting();
            });
  }

  private boolean isOneByOne() {
    return new OtherUpdates(facts).isOneByOne();
  }

  private void refuseBatches() {
    boolean batches = facts.batching().filter(Batching.MiniBatches.class::isInstance).isPresent();
    if (batches && !isOneByOne()) {
      String path = "deviations." + DeviationKeys.BACKWARD_PASS.name();
      facts.wrong(path, "is not defined for batches of several samples", "batch: full");
    }
  }

  /** A penalty and a limit are applied to the gradients of all layers, before any is updated. */
  private void refuseWaiting() {
    for (Key<?> key : List.of(UpdateKeys.REGULARIZATION, UpdateKeys.CLIPPING)) {
      if (facts.trace().find(key).isPresent()) {
        String path = "deviations." + DeviationKeys.HIDDEN_GRADIENT.name();
        String message =
            "cannot be had with training." + key.name() + ", which waits for all layers";
        facts.wrong(path, message, "one of them");
      }
    }
  }

  private void refusePerceptron(Key<?> deviation) {
    refuseIf(facts.isPerceptron(), deviation, "the perceptron rule uses no derivatives");
  }

  private void refuseIf(boolean condition, Key<?> deviation, String reason) {
    if (condition) {
      facts.wrong("deviations." + deviation.name(), NO_DIFFERENCE + reason, "");
    }
  }
}
