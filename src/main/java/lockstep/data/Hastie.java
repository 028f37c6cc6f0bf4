package lockstep.data;

import lockstep.random.RandomStream;

/**
 * Ten standard normal inputs that belong to a class by their distance from the origin, as
 * scikit-learn's {@code make_hastie_10_2}: the class of x is the second one if Σ xᵢ² is above 9.34,
 * about the median.
 *
 * <p>Draws: the inputs, sample by sample.
 *
 * <p>Source: T. Hastie, R. Tibshirani, J. Friedman, "The Elements of Statistical Learning", 2nd
 * edition, 2009, equation 10.2; scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param samples the number of samples, at least 1
 * @param labels what the targets are
 */
public record Hastie(long samples, Labels labels) implements Generator {
  /** scikit-learn's default number of samples. */
  public static final long DEFAULT_SAMPLES = 12000;

  /** As scikit-learn has them. */
  public static final Labels DEFAULT_LABELS = Labels.SIGNS;

  private static final int FEATURES = 10;
  private static final double THRESHOLD = 9.34;

  /** What the targets of two classes are. */
  public enum Labels {
    /** -1 and 1. */
    SIGNS,
    /** The class numbers 0 and 1. */
    CLASSES
  }

  /** Checks the range. */
  public Hastie {
    NumberChecks.atLeastOne("samples", samples);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, FEATURES, 1, labels == Labels.CLASSES ? 2 : 0);
  }

  @Override
  public Samples generate(RandomStream stream) {
    double[][] inputs = Drawn.normal(shape().rows(), FEATURES, stream);
    double[][] targets = new double[inputs.length][];
    double inside = labels == Labels.CLASSES ? 0 : -1;
    for (int sample = 0; sample < inputs.length; sample++) {
      targets[sample] = new double[] {squares(inputs[sample]) > THRESHOLD ? 1 : inside};
    }
    return Table.samples(inputs, targets);
  }

  private static double squares(double[] input) {
    double sum = 0;
    for (double number : input) {
      sum += number * number;
    }
    return sum;
  }
}
