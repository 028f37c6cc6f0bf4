package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * One layer's part of a forward and backward pass over n samples: the buffers, and the steps
 * between them. Samples run along the rows, so every matrix here is the transpose of the
 * textbook's.
 *
 * <pre>
 * z = Wᵀ x + b      a = f(z)        delta = da · f'(z)
 * dW = x deltaᵀ     db = Σ delta    dx = W delta
 * </pre>
 */
final class LayerPass {
  private final Layer layer;
  private final Deviations deviations;
  private final Kernels kernels;
  private final DenseMatrix weightedSums;
  private final DenseMatrix outputs;
  private final DenseMatrix deltas;
  private final DenseMatrix weightGradient;
  private final DenseMatrix biasGradient;

  LayerPass(Layer layer, Deviations deviations, Kernels kernels, int samples) {
    this.layer = layer;
    this.kernels = kernels;
    this.deviations = deviations;
    this.weightedSums = new DenseMatrix(layer.units(), samples);
    this.outputs = new DenseMatrix(layer.units(), samples);
    this.deltas = new DenseMatrix(layer.units(), samples);
    this.weightGradient = new DenseMatrix(layer.inputs(), layer.units());
    this.biasGradient = new DenseMatrix(1, layer.units());
  }

  void forward(DenseMatrix inputs) {
    weightedSums.setToWeightedSums(layer.weights(), inputs, layer.biases(), kernels);
    layer.activation().values(kernels, weightedSums.values(), outputs.values());
  }

  /** Turns dL/da, which stands in the deltas, into dL/dz. */
  void differentiateActivation() {
    layer.activation().differentiate(this, kernels);
  }

  /** What the derivative of this layer's activation is multiplied by; 1 unless deviating. */
  double derivativeFactor() {
    return layer.activation() instanceof Activation.Sigmoid
        ? deviations.sigmoidDerivativeFactor()
        : 1;
  }

  void computeGradient(DenseMatrix inputs) {
    weightGradient.setToOuterProduct(inputs, deltas, kernels);
    biasGradient.setToRowSums(deltas, kernels);
    if (deviations.biasGradient() == Deviations.BiasGradient.MEAN) {
      double[] sums = biasGradient.values();
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] /= deltas.getColumnDimension();
      }
    }
  }

  /** Carries the error back to the layer's inputs: dL/dx into the given matrix, in x n. */
  void carryBack(DenseMatrix inputErrors) {
    inputErrors.setToProduct(layer.weights(), deltas, kernels);
  }

  boolean isDead(int unit) {
    int samples = outputs.getColumnDimension();
    for (int i = unit * samples; i < (unit + 1) * samples; i++) {
      if (layer.activation().derivative(weightedSums.values()[i], outputs.values()[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  Layer layer() {
    return layer;
  }

  DenseMatrix weightedSums() {
    return weightedSums;
  }

  DenseMatrix outputs() {
    return outputs;
  }

  DenseMatrix deltas() {
    return deltas;
  }

  DenseMatrix weightGradient() {
    return weightGradient;
  }

  DenseMatrix biasGradient() {
    return biasGradient;
  }
}
