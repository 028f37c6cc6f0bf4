package lockstep.training;

import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.network.Layer;
import lockstep.network.LayerUpdate;
import lockstep.network.Network;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.OptimizerState;

/** The updates of one run: by an optimizer, with the learning rate of the moment. */
final class Descent implements LayerUpdate {
  private final LearningRates rates;
  private final Kernels kernels;
  private final GradientTreatment treatment;
  private final List<LayerState> states;
  private int next;

  /**
   * What an optimizer keeps of a layer.
   *
   * @param layer the layer, live
   * @param weights of its weights
   * @param biases of its biases
   */
  private record LayerState(Layer layer, OptimizerState weights, OptimizerState biases) {
    static LayerState of(Layer layer, Optimizer optimizer) {
      int biases = layer.biasesTrained() ? layer.biases().values().length : 0;
      return new LayerState(
          layer, optimizer.start(layer.weights().values().length), optimizer.start(biases));
    }
  }

  /**
   * Before the first update.
   *
   * @param updates what an update does
   * @param network whose layers are updated, live
   * @param rates the learning rates
   * @param kernels how to compute
   */
  Descent(Updates updates, Network network, LearningRates rates, Kernels kernels) {
    this.rates = rates;
    this.kernels = kernels;
    this.states =
        network.layers().stream().map(layer -> LayerState.of(layer, updates.optimizer())).toList();
    this.treatment = new GradientTreatment(updates.penalty(), updates.clipping(), states.size());
    this.next = states.size() - 1;
  }

  /** Updates the layer, or waits with it until all gradients are there. */
  @Override
  public void apply(Layer layer, DenseMatrix weightGradient, DenseMatrix biasGradient) {
    int index = indexOf(layer);
    if (treatment.isNeeded()) {
      treatment.take(index, layer, weightGradient, biasGradient);
    } else {
      step(index, weightGradient, biasGradient);
    }
  }

  /** The layers come last to first, so that the one that is looked for is the next one. */
  private int indexOf(Layer layer) {
    while (states.get(next).layer() != layer) {
      next = before(next);
    }
    int found = next;
    next = before(next);
    return found;
  }

  private int before(int index) {
    return index == 0 ? states.size() - 1 : index - 1;
  }

  private void step(int index, DenseMatrix weightGradient, DenseMatrix biasGradient) {
    LayerState state = states.get(index);
    Layer layer = state.layer();
    state.weights().step(layer.weights(), weightGradient, rates.now(), kernels);
    if (layer.biasesTrained()) {
      state.biases().step(layer.biases(), biasGradient, rates.now(), kernels);
    }
  }

  /**
   * Ends an update for which all layers have been given.
   *
   * @param gradientNorm the norm of the gradient that was given
   * @return that of the gradient of everything that is minimised, before it was cut
   */
  double finish(double gradientNorm) {
    double norm = gradientNorm;
    if (treatment.isNeeded()) {
      norm = treatment.treat(gradientNorm);
      for (int index = states.size() - 1; index >= 0; index--) {
        step(index, treatment.weights(index), treatment.biases(index));
      }
    }
    rates.updated();
    return norm;
  }
}
