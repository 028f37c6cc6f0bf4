package lockstep.network;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A network with fixed parameters, for looking at what it has learned.
 *
 * @param activations one for each layer
 * @param parameters the weights and biases
 */
public record Predictor(List<Activation> activations, Parameters parameters) {

  /**
   * The outputs for some inputs.
   *
   * @param inputs n x in
   * @return n x out
   */
  public RealMatrix outputs(RealMatrix inputs) {
    throw new UnsupportedOperationException();
  }

  /**
   * The predicted classes: with one output, 1 where it is above 0.5, else 0; with several, the
   * index of the largest (the first of equals).
   *
   * @param inputs n x in
   * @return n class numbers
   */
  public int[] classes(RealMatrix inputs) {
    throw new UnsupportedOperationException();
  }
}
