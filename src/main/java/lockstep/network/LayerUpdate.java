package lockstep.network;

import lockstep.matrix.DenseMatrix;

/** What is done to a layer's parameters once their gradient is known. */
@FunctionalInterface
public interface LayerUpdate {
  /** Leaves the parameters as they are: for looking at a gradient. */
  LayerUpdate NONE = (layer, weightGradient, biasGradient) -> {};

  /**
   * Changes a layer in place.
   *
   * @param layer the layer
   * @param weightGradient dL/dW, in x out
   * @param biasGradient dL/db, 1 x out
   */
  void apply(Layer layer, DenseMatrix weightGradient, DenseMatrix biasGradient);
}
