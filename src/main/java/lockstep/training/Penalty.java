package lockstep.training;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;
import lockstep.network.Layer;
import lockstep.network.Network;

/**
 * What training minimises besides the loss: {@code l1 · Σ|w| + l2 / 2 · Σw²} over the weights, and
 * over the trained biases too if so stated. Its gradient is {@code l1 · sign(w) + l2 · w}, with
 * sign(0) = 0.
 *
 * <p>Sources: Hoerl and Kennard, "Ridge regression: biased estimation for nonorthogonal problems",
 * Technometrics 12, 1970; Tibshirani, "Regression shrinkage and selection via the lasso", Journal
 * of the Royal Statistical Society B 58, 1996.
 *
 * @param l1 the factor of the sum of magnitudes, at least 0
 * @param l2 the factor of half the sum of squares, at least 0
 * @param biases whether trained biases count too
 */
public record Penalty(double l1, double l2, boolean biases) {
  /** Neither penalty where nothing is said. */
  public static final double DEFAULT_FACTOR = 0;

  /** Biases do not count where nothing is said. */
  public static final boolean DEFAULT_BIASES = false;

  /** Nothing is penalised. */
  public static final Penalty NONE = new Penalty(DEFAULT_FACTOR, DEFAULT_FACTOR, DEFAULT_BIASES);

  /** The column of the history that has the penalty; the loss is shown without it. */
  public static final String COLUMN = "penalty";

  /** Checks the ranges. */
  public Penalty {
    if (!(l1 >= 0 && l2 >= 0)) {
      throw new IllegalArgumentException(
          "penalties " + ShortestDecimal.format(l1) + " and " + ShortestDecimal.format(l2));
    }
  }

  /** Whether anything is penalised. */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }

  /** Its value for a network as it is now. */
  double of(Network network) {
    double sum = 0;
    for (int index = 0; index < network.layers().size(); index++) {
      Layer layer = network.layers().get(index);
      sum += of(layer.weights().values());
      sum += biases && layer.biasesTrained() ? of(layer.biases().values()) : 0;
    }
    return sum;
  }

  private double of(double[] values) {
    double magnitudes = l1 == 0 ? 0 : l1 * LaneSum.ofMagnitudes(values);
    double squares = l2 == 0 ? 0 : l2 / 2 * LaneSum.ofProducts(values, 0, values, 0, values.length);
    return magnitudes + squares;
  }

  /** Adds its gradient to those of a layer. */
  void addGradient(Layer layer, DenseMatrix weightGradient, DenseMatrix biasGradient) {
    addGradient(layer.weights().values(), weightGradient.values());
    if (biases && layer.biasesTrained()) {
      addGradient(layer.biases().values(), biasGradient.values());
    }
  }

  private void addGradient(double[] values, double[] gradient) {
    for (int i = 0; i < values.length; i++) {
      gradient[i] += l1 * Math.signum(values[i]) + l2 * values[i];
    }
  }
}
