package lockstep.network;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The weights and biases of all layers at one moment.
 *
 * @param layers the layers after the inputs, first to last
 */
public record Parameters(List<Layer> layers) {
  /** Copies the list. */
  public Parameters {
    layers = List.copyOf(layers);
  }

  /**
   * One layer's parameters.
   *
   * @param weights in x out
   * @param biases 1 x out
   */
  public record Layer(RealMatrix weights, RealMatrix biases) {}
}
