package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.CrossEntropy;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;

/**
 * What training minimises: a value for each output of each sample, and how these become one number.
 */
public sealed interface Loss {
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
    values(kernels, outputs.values(), targets.values(), losses);
    return LaneSum.of(losses, 0, losses.length)
        / reduction().divisor(outputs.getRowDimension(), outputs.getColumnDimension());
  }

  /**
   * The losses of many outputs: the same numbers as from {@link #value}.
   *
   * @param kernels how to compute them
   * @param outputs a
   * @param targets y, as many
   * @param losses as many; overwritten
   */
  default void values(Kernels kernels, double[] outputs, double[] targets, double[] losses) {
    for (int i = 0; i < outputs.length; i++) {
      losses[i] = value(outputs[i], targets[i]);
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
   * Binary cross-entropy: -(y ln max(a, clip) + (1 - y) ln max(1 - a, clip)).
   *
   * <p>With a target of exactly 0 or 1 only the term that counts is computed; see {@link
   * CrossEntropy}.
   *
   * <p>The clip keeps the value finite, and the derivative with respect to the output, -y / max(a,
   * clip) + (1 - y) / max(1 - a, clip). Behind a sigmoid the two derivatives are combined to a - y,
   * which is not clipped.
   *
   * @param reduction how the elements are combined
   * @param clip the smallest argument of a logarithm, in (0, 0.5)
   */
  record BinaryCrossEntropy(Reduction reduction, double clip) implements Loss {
    /** The clip where none is given: 2⁻⁵², the distance of 1 to the next double. */
    public static final double DEFAULT_CLIP = 0x1p-52;

    /** Checks the range. */
    public BinaryCrossEntropy {
      if (!(clip > 0 && clip < 0.5)) {
        throw new IllegalArgumentException(
            "clip " + ShortestDecimal.format(clip) + " is not in (0, 0.5)");
      }
    }

    @Override
    public double value(double output, double target) {
      return CrossEntropy.of(output, target, clip);
    }

    @Override
    public void values(Kernels kernels, double[] outputs, double[] targets, double[] losses) {
      kernels.crossEntropies(outputs, targets, clip, losses);
    }

    @Override
    public double derivative(double output, double target) {
      return -target / Math.max(output, clip) + (1 - target) / Math.max(1 - output, clip);
    }

    @Override
    public double secondDerivative(double output, double target) {
      double above = output > clip ? target / (output * output) : 0;
      double below = 1 - output > clip ? (1 - target) / ((1 - output) * (1 - output)) : 0;
      return above + below;
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
