package lockstep.network;

import lockstep.decimal.ShortestDecimal;

/**
 * Full-batch gradient descent: what is descended, and how.
 *
 * @param network the network, live
 * @param deviations where the direction departs from the true gradient; each sample's own
 *     activations are used
 * @param loss whose gradient it is
 * @param learningRate the step size, above 0; the direction itself depends on it only with {@link
 *     Deviations.HiddenGradient#UPDATED_WEIGHTS}
 */
public record Descent(Network network, Deviations deviations, Loss loss, double learningRate) {
  /** Checks that the direction is a function of the parameters that can be linearised. */
  public Descent {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("learning rate " + ShortestDecimal.format(learningRate));
    }
    if (deviations.backwardPass() != Deviations.BackwardPass.EACH_SAMPLE) {
      throw new IllegalArgumentException("backward pass " + deviations.backwardPass());
    }
  }
}
