package lockstep.network;

import lockstep.decimal.ShortestDecimal;

/**
 * Where published code departs from the true gradient of its loss. {@link #NONE} is the textbook.
 *
 * @param sigmoidDerivativeFactor multiplies s(1-s) wherever a sigmoid is differentiated; finite and
 *     above 0; 1 is right
 * @param biasGradient how bias gradients are gathered over the samples
 * @param backwardPass which samples' activations the backward pass uses
 * @param hiddenGradient which output weights carry the error back to the hidden layers
 */
public record Deviations(
    double sigmoidDerivativeFactor,
    BiasGradient biasGradient,
    BackwardPass backwardPass,
    HiddenGradient hiddenGradient) {

  /** No deviation: the true gradient. */
  public static final Deviations NONE =
      new Deviations(1, BiasGradient.EXACT, BackwardPass.EACH_SAMPLE, HiddenGradient.OLD_WEIGHTS);

  /** Checks the range. */
  public Deviations {
    if (!(sigmoidDerivativeFactor > 0 && Double.isFinite(sigmoidDerivativeFactor))) {
      throw new IllegalArgumentException(
          "sigmoid derivative factor " + ShortestDecimal.format(sigmoidDerivativeFactor));
    }
  }

  /** Whether it is the true gradient. */
  public boolean areNone() {
    return sigmoidDerivativeFactor == NONE.sigmoidDerivativeFactor
        && biasGradient == NONE.biasGradient
        && backwardPass == NONE.backwardPass
        && hiddenGradient == NONE.hiddenGradient;
  }

  /** How bias gradients are gathered over the samples. */
  public enum BiasGradient {
    /** As the loss says: the sum of the deltas over the samples. */
    EXACT,
    /** The mean over the samples, whatever the loss's reduction is. */
    MEAN
  }

  /** Which activations the backward pass uses. */
  public enum BackwardPass {
    /** Every sample's own, as the chain rule says. */
    EACH_SAMPLE,
    /** dL/da summed over the samples, then one pass with the activations of the last sample. */
    LAST_SAMPLE
  }

  /** Which weights carry the error from a layer to the one before it. */
  public enum HiddenGradient {
    /** The weights of the forward pass, as the chain rule says. */
    OLD_WEIGHTS,
    /** The weights after their own update: each layer is updated before the error goes on. */
    UPDATED_WEIGHTS
  }
}
