package lockstep.network;

import lockstep.matrix.CrossEntropy;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.Kernels;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Losses for classes. The samples of each class can have a weight of their own, and some of these
 * losses are differentiated together with the activation of the output layer: that neither divides
 * by a vanishing output nor cancels.
 */
public sealed interface ClassificationLoss extends Loss
    permits Loss.BinaryCrossEntropy,
        ClassificationLoss.BinaryLogits,
        ClassificationLoss.Hinge,
        ClassificationLoss.Categorical {

  /** How much the samples of each class count. */
  ClassWeights weights();

  /** The same loss with other class weights. */
  Loss with(ClassWeights others);

  @Override
  default Loss fittedTo(RealMatrix targets) {
    if (!(weights() instanceof ClassWeights.Balanced)) {
      return this;
    }
    DenseMatrix columns = DenseMatrix.transposeOf(targets);
    int[] counts = new int[Math.max(2, targets.getColumnDimension())];
    for (int sample = 0; sample < targets.getRowDimension(); sample++) {
      counts[classRule().classOfTarget(columns, sample)]++;
    }
    return with(ClassWeights.balanced(counts));
  }

  /**
   * Whether loss and activation are differentiated together.
   *
   * @param last the activation of the output layer
   */
  default boolean isCombinedWith(Activation last) {
    return false;
  }

  /**
   * dL/dz of the last layer, where loss and activation are differentiated together.
   *
   * @param outputs a, out x n
   * @param targets y, out x n
   * @param factor multiplies every number
   * @param deltas as many; overwritten
   */
  default void writeCombined(
      DenseMatrix outputs, DenseMatrix targets, double factor, double[] deltas) {
    throw new IllegalStateException("not combined with any activation");
  }

  /**
   * How these dL/dz change with the outputs.
   *
   * @param targets y, out x n
   * @param factor multiplies every number
   * @param outputTangents ȧ, how the outputs change
   * @param tangents as many; overwritten
   */
  default void writeCombinedTangents(
      DenseMatrix targets, double factor, double[] outputTangents, double[] tangents) {
    throw new IllegalStateException("not combined with any activation");
  }

  /**
   * Binary cross-entropy of the probability σ(z) whose logit z is the output: w₁ y ln(1 + e⁻ᶻ) + w₀
   * (1 - y) ln(1 + eᶻ). It is right for any z, so that nothing is clipped.
   *
   * @param reduction how the elements are combined
   * @param weights of the two classes; for one output
   */
  record BinaryLogits(Reduction reduction, ClassWeights weights) implements ClassificationLoss {
    @Override
    public Loss with(ClassWeights others) {
      return new BinaryLogits(reduction, others);
    }

    @Override
    public ClassRule classRule() {
      return ClassRule.SIGN;
    }

    @Override
    public double value(double output, double target) {
      double rest = ElementaryFunctions.log1p(ElementaryFunctions.exp(-Math.abs(output)));
      if (!weights.matter()) {
        return Math.max(output, 0) - output * target + rest;
      }
      return weights.of(1) * target * (Math.max(-output, 0) + rest)
          + weights.of(0) * (1 - target) * (Math.max(output, 0) + rest);
    }

    /** w₀ (1 - y) σ(z) - w₁ y σ(-z); without weights σ(z) - y. */
    @Override
    public double derivative(double output, double target) {
      double s = ElementaryFunctions.sigmoid(output);
      return weights.matter()
          ? weights.of(0) * (1 - target) * s - weights.of(1) * target * (1 - s)
          : s - target;
    }

    @Override
    public double secondDerivative(double output, double target) {
      double s = ElementaryFunctions.sigmoid(output);
      return (weights.of(0) * (1 - target) + weights.of(1) * target) * (s * (1 - s));
    }
  }

  /**
   * The hinge loss of a support vector machine: w max(0, 1 - s a), or its square, with s = 1 for a
   * target above 0 and s = -1 for others, so that targets may be -1 and 1 or 0 and 1. The sign of
   * the output is the class; the derivative at the kink is 0. Cortes and Vapnik, "Support-Vector
   * Networks", Machine Learning 20, 1995.
   *
   * @param reduction how the elements are combined
   * @param squared whether each element is squared
   * @param weights of the two classes; for one output
   */
  record Hinge(Reduction reduction, boolean squared, ClassWeights weights)
      implements ClassificationLoss {
    /** Nothing is squared where nothing is said. */
    public static final boolean DEFAULT_SQUARED = false;

    @Override
    public Loss with(ClassWeights others) {
      return new Hinge(reduction, squared, others);
    }

    @Override
    public ClassRule classRule() {
      return ClassRule.SIGNS;
    }

    @Override
    public double value(double output, double target) {
      double missing = missing(output, target);
      return weight(target) * (squared ? missing * missing : missing);
    }

    private static double missing(double output, double target) {
      return Math.max(0, 1 - sign(target) * output);
    }

    private static double sign(double target) {
      return target > 0 ? 1 : -1;
    }

    private double weight(double target) {
      return weights.of(target > 0 ? 1 : 0);
    }

    @Override
    public double derivative(double output, double target) {
      double missing = missing(output, target);
      double slope = squared ? 2 * missing : Math.signum(missing);
      return -sign(target) * weight(target) * slope;
    }

    @Override
    public double secondDerivative(double output, double target) {
      return squared && missing(output, target) > 0 ? 2 * weight(target) : 0;
    }
  }

  /**
   * Cross-entropy of several classes: -Σⱼ wⱼ yⱼ ln max(aⱼ, clip) for each sample, where the outputs
   * a are probabilities by {@link Softmax} and the targets y too, mostly one-hot. The mean is that
   * over the samples, as in PyTorch; class weights do not change what it divides by.
   *
   * <p>With the softmax it is differentiated to aⱼ Σₖ wₖ yₖ - wⱼ yⱼ, which is not clipped.
   *
   * @param reduction how the samples are combined; {@code MEAN} is {@code MEAN_OVER_SAMPLES}
   * @param clip the smallest argument of a logarithm, in (0, 0.5)
   * @param weights of the classes
   */
  record Categorical(Reduction reduction, double clip, ClassWeights weights)
      implements ClassificationLoss {
    /** The clip where none is given: the smallest number with all digits, so that -ln is 708. */
    public static final double DEFAULT_CLIP = Double.MIN_NORMAL;

    /** Checks the range. */
    public Categorical {
      CrossEntropy.checkClip(clip);
    }

    @Override
    public Loss with(ClassWeights others) {
      return new Categorical(reduction, clip, others);
    }

    @Override
    public Activation usualOutput() {
      return new Softmax();
    }

    @Override
    public double divisor(int outputs, int samples) {
      return reduction == Reduction.SUM ? 1 : samples;
    }

    /** Of one class, without its weight. */
    @Override
    public double value(double output, double target) {
      return target == 0 ? 0 : target * CrossEntropy.of(output, 1, clip);
    }

    /** Of one class, without its weight. */
    @Override
    public double derivative(double output, double target) {
      return target == 0 ? 0 : -target / Math.max(output, clip);
    }

    /** Of one class, without its weight. */
    @Override
    public double secondDerivative(double output, double target) {
      return target == 0 || output <= clip ? 0 : target / (output * output);
    }

    @Override
    public void values(Kernels kernels, DenseMatrix outputs, DenseMatrix targets, double[] losses) {
      ClassificationLoss.super.values(kernels, outputs, targets, losses);
      multiplyByWeights(losses, outputs.getColumnDimension());
    }

    @Override
    public void writeDerivatives(
        DenseMatrix outputs, DenseMatrix targets, double divisor, double[] derivatives) {
      ClassificationLoss.super.writeDerivatives(outputs, targets, divisor, derivatives);
      multiplyByWeights(derivatives, outputs.getColumnDimension());
    }

    private void multiplyByWeights(double[] numbers, int samples) {
      for (int i = 0; weights.matter() && i < numbers.length; i++) {
        numbers[i] *= weights.of(i / samples);
      }
    }

    @Override
    public boolean isCombinedWith(Activation last) {
      return last instanceof Softmax;
    }

    @Override
    public void writeCombined(
        DenseMatrix outputs, DenseMatrix targets, double factor, double[] deltas) {
      int samples = outputs.getColumnDimension();
      double[] a = outputs.values();
      double[] y = targets.values();
      for (int sample = 0; sample < samples; sample++) {
        double total = total(y, sample, samples);
        for (int i = sample; i < a.length; i += samples) {
          deltas[i] = (a[i] * total - weights.of(i / samples) * y[i]) * factor;
        }
      }
    }

    /** Σₖ wₖ yₖ of a sample. */
    private double total(double[] y, int sample, int samples) {
      double total = 0;
      for (int i = sample; i < y.length; i += samples) {
        total += weights.of(i / samples) * y[i];
      }
      return total;
    }

    @Override
    public void writeCombinedTangents(
        DenseMatrix targets, double factor, double[] outputTangents, double[] tangents) {
      int samples = targets.getColumnDimension();
      for (int sample = 0; sample < samples; sample++) {
        double total = total(targets.values(), sample, samples);
        for (int i = sample; i < tangents.length; i += samples) {
          tangents[i] = factor * total * outputTangents[i];
        }
      }
    }
  }
}
