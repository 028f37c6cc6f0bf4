package lockstep.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;
import lockstep.matrix.OuterProductSum;

/**
 * The gradient of one layer's parameters: dW = x deltaᵀ and db = Σ delta, for all samples at once,
 * or for one block of them after the other. Both ways give the same bits: between blocks the eight
 * partial sums of each element are kept apart.
 */
final class LayerGradient {
  private final Layer layer;
  private final boolean biasesAveraged;
  private final Kernels kernels;
  private final DenseMatrix weights;
  private final DenseMatrix biases;
  private final Optional<OuterProductSum> weightSums;
  private final double[] biasLanes;

  private LayerGradient(Layer layer, Deviations deviations, Kernels kernels, boolean inBlocks) {
    this.layer = layer;
    this.biasesAveraged = deviations.biasGradient() == Deviations.BiasGradient.MEAN;
    this.kernels = kernels;
    this.weights = new DenseMatrix(layer.inputs(), layer.units());
    this.biases = new DenseMatrix(1, layer.units());
    this.weightSums =
        inBlocks
            ? Optional.of(kernels.outerProductSum(layer.inputs(), layer.units()))
            : Optional.empty();
    this.biasLanes = new double[inBlocks ? layer.units() * LaneSum.LANES : 0];
  }

  /** For all samples at once. */
  static LayerGradient whole(Layer layer, Deviations deviations, Kernels kernels) {
    return new LayerGradient(layer, deviations, kernels, false);
  }

  /** For blocks of samples. */
  static LayerGradient ofBlocks(Layer layer, Deviations deviations, Kernels kernels) {
    return new LayerGradient(layer, deviations, kernels, true);
  }

  /** The gradient over all samples: inputs in x n, deltas out x n. */
  void set(DenseMatrix inputs, DenseMatrix deltas) {
    weights.setToOuterProduct(inputs, deltas, kernels);
    biases.setToRowSums(deltas, kernels);
    average(deltas.getColumnDimension());
  }

  /** Forgets the blocks so far. */
  void clear() {
    weightSums.ifPresent(OuterProductSum::clear);
    Arrays.fill(biasLanes, 0);
  }

  /**
   * Adds a block of a multiple of eight samples; the last block may have any number. Where there
   * are no blocks, these are all samples.
   */
  void add(DenseMatrix inputs, DenseMatrix deltas) {
    if (weightSums.isEmpty()) {
      set(inputs, deltas);
      return;
    }
    weightSums.get().add(inputs, deltas);
    kernels.addRows(biasLanes, deltas);
  }

  /** Puts the blocks together. */
  void combine(int samples) {
    if (weightSums.isEmpty()) {
      return;
    }
    weightSums.get().writeTo(weights);
    double[] sums = biases.values();
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] = LaneSum.combined(biasLanes, unit * LaneSum.LANES);
    }
    average(samples);
  }

  private void average(int samples) {
    if (biasesAveraged) {
      double[] sums = biases.values();
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] /= samples;
      }
    }
  }

  void apply(LayerUpdate update) {
    update.apply(layer, weights, biases);
  }

  Parameters.Layer copy() {
    return new Parameters.Layer(DenseMatrix.copyOf(weights), DenseMatrix.copyOf(biases));
  }

  /** The Euclidean norm of the gradient of all trained parameters. */
  static double norm(List<LayerGradient> gradients) {
    double sum = 0;
    for (int index = 0; index < gradients.size(); index++) {
      LayerGradient gradient = gradients.get(index);
      sum += sumOfSquares(gradient.weights);
      sum += gradient.layer.biasesTrained() ? sumOfSquares(gradient.biases) : 0;
    }
    return Math.sqrt(sum);
  }

  private static double sumOfSquares(DenseMatrix matrix) {
    double[] values = matrix.values();
    return LaneSum.ofProducts(values, 0, values, 0, values.length);
  }
}
