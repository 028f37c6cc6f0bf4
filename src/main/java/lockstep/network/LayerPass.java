package lockstep.network;

import java.util.Optional;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * One layer's part of a forward and backward pass over some samples: the buffers, and the steps
 * between them. Samples run along the rows, so every matrix here is the transpose of the
 * textbook's.
 *
 * <pre>
 * z = Wᵀ x + b      a = f(z)        delta = da · f'(z)
 * dW = x deltaᵀ     db = Σ delta    dx = W delta
 * </pre>
 *
 * <p>With dropout the next layer is given a · m in the place of a, and delta = (da · m) · f'(z);
 * see {@link Dropout}.
 *
 * <p>The pass over a block of a batch computes a in the place of z, unless the derivative of the
 * activation needs z itself. Whether z is above 0 can be seen from a too.
 */
final class LayerPass {
  private final Layer layer;
  private final Deviations deviations;
  private final Kernels kernels;
  private final int batch;
  private final DenseMatrix weightedSums;
  private final DenseMatrix outputs;
  private final DenseMatrix deltas;
  private final Optional<DropoutMask> dropout;

  private LayerPass(
      Layer layer, Deviations deviations, Kernels kernels, int batch, DenseMatrix[] buffers) {
    this.layer = layer;
    this.deviations = deviations;
    this.kernels = kernels;
    this.batch = batch;
    this.weightedSums = buffers[0];
    this.outputs = buffers[1];
    this.deltas = buffers[2];
    this.dropout = Optional.empty();
  }

  private LayerPass(LayerPass pass, DropoutMask dropout) {
    this.layer = pass.layer;
    this.deviations = pass.deviations;
    this.kernels = pass.kernels;
    this.batch = pass.batch;
    this.weightedSums = pass.weightedSums;
    this.outputs = pass.outputs;
    this.deltas = pass.deltas;
    this.dropout = Optional.of(dropout);
  }

  /** For a whole batch: n samples at once. */
  static LayerPass ofBatch(Layer layer, Deviations deviations, Kernels kernels, int samples) {
    DenseMatrix[] buffers = new DenseMatrix[3];
    for (int index = 0; index < buffers.length; index++) {
      buffers[index] = new DenseMatrix(layer.units(), samples);
    }
    return new LayerPass(layer, deviations, kernels, samples, buffers);
  }

  /** For a block of so many samples of a batch. */
  static LayerPass ofBlock(
      Layer layer, Deviations deviations, Kernels kernels, int samples, int batch) {
    DenseMatrix signals = new DenseMatrix(layer.units(), samples);
    DenseMatrix deltas = new DenseMatrix(layer.units(), samples);
    DenseMatrix sums =
        layer.activation().needsSums() ? new DenseMatrix(layer.units(), samples) : signals;
    DenseMatrix[] buffers = {sums, signals, deltas};
    return new LayerPass(layer, deviations, kernels, batch, buffers);
  }

  /** The same step, in the same buffers, with masks of a hidden layer. */
  LayerPass with(DropoutMask mask) {
    return new LayerPass(this, mask);
  }

  /** The textbook's forward step: z, then a. */
  void forward(DenseMatrix inputs) {
    weightedSums.setToWeightedSums(layer.weights(), inputs, layer.biases(), kernels);
    layer.activation().apply(weightedSums, outputs, kernels);
    if (dropout.isPresent()) {
      dropout.get().draw();
      dropout.get().setSignal(outputs);
    }
  }

  /** The same numbers, without z where nothing needs it. */
  void forwardInPlace(DenseMatrix inputs) {
    if (weightedSums == outputs) {
      layer.activation().forward(layer, inputs, outputs, kernels);
    } else {
      forward(inputs);
    }
  }

  /** Turns the error of what the layer sends on, which stands in the deltas, into dL/dz. */
  void differentiateActivation() {
    if (dropout.isPresent()) {
      dropout.get().multiply(deltas);
    }
    layer.activation().differentiate(this, kernels);
  }

  /** What the derivative of this layer's activation is multiplied by; 1 unless deviating. */
  double derivativeFactor() {
    return layer.activation() instanceof Activation.Sigmoid
        ? deviations.sigmoidDerivativeFactor()
        : 1;
  }

  /** Carries the error back to the layer's inputs: dL/dx into the given matrix, in x n. */
  void carryBack(DenseMatrix inputErrors) {
    inputErrors.setToProduct(layer.weights(), deltas, kernels);
  }

  /** The deltas of this layer from those of the next: carried back, and differentiated. */
  void takeErrors(LayerPass next) {
    layer.activation().takeErrors(this, next, kernels);
  }

  boolean isDead(int unit) {
    return layer.activation().isFlat(this, unit);
  }

  Layer layer() {
    return layer;
  }

  /** The number of samples of the whole batch, by which a mean divides. */
  int batch() {
    return batch;
  }

  DenseMatrix weightedSums() {
    return weightedSums;
  }

  DenseMatrix outputs() {
    return outputs;
  }

  /** What the next layer is given: a, with dropout a · m. */
  DenseMatrix signal() {
    return dropout.isPresent() ? dropout.get().signal() : outputs;
  }

  DenseMatrix deltas() {
    return deltas;
  }
}
