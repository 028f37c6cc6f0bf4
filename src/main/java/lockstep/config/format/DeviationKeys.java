package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Words;
import lockstep.network.Deviations;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.BiasGradient;
import lockstep.network.Deviations.HiddenGradient;

/** The keys under {@code deviations}. */
public final class DeviationKeys {
  /** The key {@code sigmoid_derivative_factor}. */
  public static final Key<Double> SIGMOID_DERIVATIVE_FACTOR =
      Key.of(
              "sigmoid_derivative_factor",
              new Real(Range.above(0)),
              "Multiplies the derivative of every sigmoid; 1 is right.",
              "2")
          .byDefault(Deviations.NONE.sigmoidDerivativeFactor());

  /** The key {@code bias_gradient}. */
  public static final Key<BiasGradient> BIAS_GRADIENT =
      Key.of(
              "bias_gradient",
              Words.of(BiasGradient.class),
              "Whether bias gradients are what the loss says (exact), or the mean over the samples"
                  + " whatever its reduction is (mean).",
              "mean")
          .byDefault(Deviations.NONE.biasGradient());

  /** The key {@code backward_pass}. */
  public static final Key<BackwardPass> BACKWARD_PASS =
      Key.of(
              "backward_pass",
              Words.of(BackwardPass.class),
              "Whether the error goes back through each sample's own activations, or once, summed,"
                  + " through those of the last sample.",
              "last_sample")
          .byDefault(Deviations.NONE.backwardPass());

  /** The key {@code hidden_gradient}. */
  public static final Key<HiddenGradient> HIDDEN_GRADIENT =
      Key.of(
              "hidden_gradient",
              Words.of(HiddenGradient.class),
              "Whether the error goes back through the weights of the forward pass, or through those"
                  + " that have just been updated.",
              "updated_weights")
          .byDefault(Deviations.NONE.hiddenGradient());

  static final Block<Deviations> BLOCK =
      Block.of(Deviations.class)
          .with(SIGMOID_DERIVATIVE_FACTOR, Deviations::sigmoidDerivativeFactor)
          .with(BIAS_GRADIENT, Deviations::biasGradient)
          .with(BACKWARD_PASS, Deviations::backwardPass)
          .with(HIDDEN_GRADIENT, Deviations::hiddenGradient)
          .make(
              v ->
                  new Deviations(
                      v.of(SIGMOID_DERIVATIVE_FACTOR),
                      v.of(BIAS_GRADIENT),
                      v.of(BACKWARD_PASS),
                      v.of(HIDDEN_GRADIENT)));

  private DeviationKeys() {}
}
