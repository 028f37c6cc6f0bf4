package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.CrossEntropy;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What training minimises: a value for each output of each sample, and how these become one number.
 */
public sealed interface Loss
    permits Loss.MeanSquaredError,
        Loss.MeanAbsoluteError,
        Loss.Huber,
        Loss.Output,
        ClassificationLoss {
  /** The reduction where none is given. */
  Reduction DEFAULT_REDUCTION = Reduction.MEAN;

  /** How the values of all samples and outputs become one number. */
  Reduction reduction();

  /**
   * The loss of one output of one sample, before reduction.
   *
   * @param output a, what the network says
   * @param target y, what it should say
   */
  double value(double output, double target);

  /**
   * The derivative of {@link #value} with respect to the output.
   *
   * @param output a
   * @param target y
   */
  double derivative(double output, double target);

  /**
   * The derivative of {@link #derivative} with respect to the output.
   *
   * @param output a
   * @param target y
   */
  double secondDerivative(double output, double target);

  /**
   * What the sum of all values is divided by.
   *
   * @param outputs the number of outputs
   * @param samples the number of samples
   */
  default double divisor(int outputs, int samples) {
    return reduction().divisor(outputs, samples);
  }

  /** The activation of the output layer where none is given. */
  default Activation usualOutput() {
    return new Activation.Identity();
  }

  /** How outputs and targets are read as classes. */
  default ClassRule classRule() {
    return ClassRule.HALF;
  }

  /**
   * The same loss with everything settled that depends on the training targets.
   *
   * @param targets of the training samples, n x out
   */
  default Loss fittedTo(RealMatrix targets) {
    return this;
  }

  /**
   * The loss of a batch: the elements' losses, summed in the order of {@link LaneSum} and divided
   * as the reduction says.
   *
   * @param outputs out x n
   * @param targets out x n
   * @param scratch as many numbers; overwritten
   * @param kernels how to compute it
   */
  default double of(
      DenseMatrix outputs, DenseMatrix targets, DenseMatrix scratch, Kernels kernels) {
    double[] losses = scratch.values();
    values(kernels, outputs, targets, losses);
    return LaneSum.of(losses, 0, losses.length)
        / divisor(outputs.getRowDimension(), outputs.getColumnDimension());
  }

  /**
   * The losses of many outputs, before reduction: the same numbers as from {@link #value}.
   *
   * @param kernels how to compute them
   * @param outputs a, out x n
   * @param targets y, out x n
   * @param losses as many; overwritten
   */
  default void values(Kernels kernels, DenseMatrix outputs, DenseMatrix targets, double[] losses) {
    double[] a = outputs.values();
    double[] y = targets.values();
    for (int i = 0; i < a.length; i++) {
      losses[i] = value(a[i], y[i]);
    }
  }

  /**
   * The derivatives of the loss with respect to many outputs.
   *
   * @param outputs a, out x n
   * @param targets y, out x n
   * @param divisor what {@link #divisor} says for the whole batch
   * @param derivatives as many; overwritten
   */
  default void writeDerivatives(
      DenseMatrix outputs, DenseMatrix targets, double divisor, double[] derivatives) {
    double[] a = outputs.values();
    double[] y = targets.values();
    for (int i = 0; i < derivatives.length; i++) {
      derivatives[i] = derivative(a[i], y[i]) / divisor;
    }
  }

  /**
   * Squared error: (a - y)², or half of it.
   *
   * @param reduction how the elements are combined
   * @param half whether each element is multiplied by 1/2, as many textbooks do
   */
  record MeanSquaredError(Reduction reduction, boolean half) implements Loss {
    /** Squares are not halved where nothing is said. */
    public static final boolean DEFAULT_HALF = false;

    @Override
    public double value(double output, double target) {
      double error = output - target;
      return half ? error * error / 2 : error * error;
    }

    @Override
    public double derivative(double output, double target) {
      double error = output - target;
      return half ? error : 2 * error;
    }

    @Override
    public double secondDerivative(double output, double target) {
      return half ? 1 : 2;
    }
  }

  /**
   * Absolute error: |a - y|; the derivative is the sign of a - y, 0 where they are equal.
   *
   * @param reduction how the elements are combined
   */
  record MeanAbsoluteError(Reduction reduction) implements Loss {
    @Override
    public double value(double output, double target) {
      return Math.abs(output - target);
    }

    @Override
    public double derivative(double output, double target) {
      return Math.signum(output - target);
    }

    @Override
    public double secondDerivative(double output, double target) {
      return 0;
    }
  }

  /**
   * Huber's loss: (a - y)² / 2 where |a - y| is at most δ, else δ (|a - y| - δ/2); Huber, "Robust
   * Estimation of a Location Parameter", Annals of Mathematical Statistics 35, 1964.
   *
   * @param reduction how the elements are combined
   * @param delta δ, where the parabola becomes a line; above 0 and finite
   */
  record Huber(Reduction reduction, double delta) implements Loss {
    /** δ where none is given, as in PyTorch. */
    public static final double DEFAULT_DELTA = 1;

    /** Checks the range. */
    public Huber {
      if (!(delta > 0 && Double.isFinite(delta))) {
        throw new IllegalArgumentException("delta " + ShortestDecimal.format(delta));
      }
    }

    @Override
    public double value(double output, double target) {
      double error = Math.abs(output - target);
      return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    @Override
    public double derivative(double output, double target) {
      double error = output - target;
      return Math.abs(error) <= delta ? error : delta * Math.signum(error);
    }

    /** At the border it is that of the parabola. */
    @Override
    public double secondDerivative(double output, double target) {
      return Math.abs(output - target) <= delta ? 1 : 0;
    }
  }

  /**
   * Binary cross-entropy: -(w₁ y ln max(a, clip) + w₀ (1 - y) ln max(1 - a, clip)) with the weights
   * w of the classes.
   *
   * <p>With a target of exactly 0 or 1 only the term that counts is computed; see {@link
   * CrossEntropy}.
   *
   * <p>The clip keeps the value finite, and the derivative with respect to the output, -w₁ y /
   * max(a, clip) + w₀ (1 - y) / max(1 - a, clip). Behind a sigmoid the two derivatives are combined
   * to w₀ (1 - y) a - w₁ y (1 - a), without weights a - y, which is not clipped.
   *
   * @param reduction how the elements are combined
   * @param clip the smallest argument of a logarithm, in (0, 0.5)
   * @param weights of the two classes; for one output
   */
  record BinaryCrossEntropy(Reduction reduction, double clip, ClassWeights weights)
      implements ClassificationLoss {
    /** The clip where none is given: 2⁻⁵², the distance of 1 to the next double. */
    public static final double DEFAULT_CLIP = 0x1p-52;

    /** Checks the range. */
    public BinaryCrossEntropy {
      CrossEntropy.checkClip(clip);
    }

    /** Without class weights. */
    public BinaryCrossEntropy(Reduction reduction, double clip) {
      this(reduction, clip, ClassWeights.EQUAL);
    }

    @Override
    public Loss with(ClassWeights others) {
      return new BinaryCrossEntropy(reduction, clip, others);
    }

    @Override
    public Activation usualOutput() {
      return new Activation.Sigmoid();
    }

    @Override
    public double value(double output, double target) {
      if (!weights.matter()) {
        return CrossEntropy.of(output, target, clip);
      }
      return weights.of(1) * target * CrossEntropy.of(output, 1, clip)
          + weights.of(0) * (1 - target) * CrossEntropy.of(output, 0, clip);
    }

    @Override
    public void values(Kernels kernels, DenseMatrix outputs, DenseMatrix targets, double[] losses) {
      if (weights.matter()) {
        ClassificationLoss.super.values(kernels, outputs, targets, losses);
      } else {
        kernels.crossEntropies(outputs.values(), targets.values(), clip, losses);
      }
    }

    @Override
    public double derivative(double output, double target) {
      return -weights.of(1) * target / Math.max(output, clip)
          + weights.of(0) * (1 - target) / Math.max(1 - output, clip);
    }

    @Override
    public double secondDerivative(double output, double target) {
      double above = output > clip ? target / (output * output) : 0;
      double below = 1 - output > clip ? (1 - target) / ((1 - output) * (1 - output)) : 0;
      return weights.of(1) * above + weights.of(0) * below;
    }

    @Override
    public boolean isCombinedWith(Activation last) {
      return last instanceof Activation.Sigmoid;
    }

    @Override
    public void writeCombined(
        DenseMatrix outputs, DenseMatrix targets, double factor, double[] deltas) {
      double[] a = outputs.values();
      double[] y = targets.values();
      boolean weighted = weights.matter();
      for (int i = 0; i < deltas.length; i++) {
        double error =
            weighted
                ? weights.of(0) * (1 - y[i]) * a[i] - weights.of(1) * y[i] * (1 - a[i])
                : a[i] - y[i];
        deltas[i] = error * factor;
      }
    }

    @Override
    public void writeCombinedTangents(
        DenseMatrix targets, double factor, double[] outputTangents, double[] tangents) {
      double[] y = targets.values();
      for (int i = 0; i < tangents.length; i++) {
        double weight = weights.matter() ? weights.of(0) * (1 - y[i]) + weights.of(1) * y[i] : 1;
        tangents[i] = factor * weight * outputTangents[i];
      }
    }
  }

  /**
   * The network's own output, for worked examples that minimise the output itself; targets are
   * ignored.
   *
   * @param reduction how the elements are combined
   */
  record Output(Reduction reduction) implements Loss {
    @Override
    public double value(double output, double target) {
      return output;
    }

    @Override
    public double derivative(double output, double target) {
      return 1;
    }

    @Override
    public double secondDerivative(double output, double target) {
      return 0;
    }
  }
}
