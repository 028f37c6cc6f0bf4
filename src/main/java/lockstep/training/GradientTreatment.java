package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;
import lockstep.network.Layer;

/** What is done to the gradients of all layers between the backward pass and the update. */
final class GradientTreatment {
  private final Penalty penalty;
  private final Clipping clipping;
  private final Layer[] layers;
  private final DenseMatrix[] weights;
  private final DenseMatrix[] biases;

  /**
   * Room for the gradients of a run.
   *
   * @param penalty what is minimised besides the loss
   * @param clipping how large gradients are cut
   * @param count the number of layers
   */
  GradientTreatment(Penalty penalty, Clipping clipping, int count) {
    this.penalty = penalty;
    this.clipping = clipping;
    this.layers = new Layer[count];
    this.weights = new DenseMatrix[count];
    this.biases = new DenseMatrix[count];
  }

  /** Whether anything is done to them. */
  boolean isNeeded() {
    return !penalty.isNone() || !(clipping instanceof Clipping.None);
  }

  /** Takes the gradient of a layer, which it will overwrite. */
  void take(int index, Layer layer, DenseMatrix weightGradient, DenseMatrix biasGradient) {
    layers[index] = layer;
    weights[index] = weightGradient;
    biases[index] = biasGradient;
  }

  DenseMatrix weights(int index) {
    return weights[index];
  }

  DenseMatrix biases(int index) {
    return biases[index];
  }

  /**
   * Adds the gradient of the penalty, and cuts the sum.
   *
   * @param gradientNorm the norm of the gradients that were taken
   * @return that of the sum before it is cut
   */
  double treat(double gradientNorm) {
    double norm = gradientNorm;
    if (!penalty.isNone()) {
      for (int index = 0; index < layers.length; index++) {
        penalty.addGradient(layers[index], weights[index], biases[index]);
      }
      norm = norm();
    }
    if (clipping instanceof Clipping.ByNorm byNorm) {
      cutNorm(norm, byNorm.limit());
    } else if (clipping instanceof Clipping.ByValue byValue) {
      cutValues(byValue.limit());
    }
    return norm;
  }

  private void cutNorm(double norm, double limit) {
    if (norm > limit && Double.isFinite(norm)) {
      for (int index = 0; index < layers.length; index++) {
        multiply(weights[index].values(), limit / norm);
        multiply(biases[index].values(), limit / norm);
      }
    }
  }

  private static void multiply(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private void cutValues(double limit) {
    for (int index = 0; index < layers.length; index++) {
      cut(weights[index].values(), limit);
      cut(biases[index].values(), limit);
    }
  }

  private static void cut(double[] values, double limit) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
  }

  private double norm() {
    double sum = 0;
    for (int index = 0; index < layers.length; index++) {
      sum += sumOfSquares(weights[index].values());
      sum += layers[index].biasesTrained() ? sumOfSquares(biases[index].values()) : 0;
    }
    return Math.sqrt(sum);
  }

  private static double sumOfSquares(double[] values) {
    return LaneSum.ofProducts(values, 0, values, 0, values.length);
  }
}
