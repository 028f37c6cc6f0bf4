package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.network.Layer;
import lockstep.network.LayerUpdate;

/** Gradient descent of one run, with the learning rate of its epoch. */
final class Descent implements LayerUpdate {
  private final RateRange rates;
  private final Kernels kernels;
  private int epochs;
  private double learningRate;

  /** Before the first epoch. */
  Descent(RateRange rates, Kernels kernels) {
    this.rates = rates;
    this.kernels = kernels;
  }

  /** Begins the next epoch. */
  void nextEpoch() {
    learningRate = rates.at(epochs);
    epochs++;
  }

  @Override
  public void apply(Layer layer, DenseMatrix weightGradient, DenseMatrix biasGradient) {
    layer.weights().addMultiple(-learningRate, weightGradient, kernels);
    if (layer.biasesTrained()) {
      layer.biases().addMultiple(-learningRate, biasGradient, kernels);
    }
  }
}
