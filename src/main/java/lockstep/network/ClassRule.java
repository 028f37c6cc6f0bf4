package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * How outputs, and encoded targets, are read as classes: with one row, 1 where it is above a
 * border, else 0; with several, the index of the largest, the first of equals. NaN is above
 * nothing.
 *
 * @param outputBorder the border between the two classes of a single output
 * @param targetBorder the same of a single target
 */
public record ClassRule(double outputBorder, double targetBorder) {
  /** For outputs and targets that are 0 and 1, or probabilities. */
  public static final ClassRule HALF = new ClassRule(0.5, 0.5);

  /** For outputs whose sign decides; targets are 0 and 1. */
  static final ClassRule SIGN = new ClassRule(0, 0.5);

  /** For outputs and targets of which the sign decides. */
  static final ClassRule SIGNS = new ClassRule(0, 0);

  /**
   * The number of samples whose class is the same in both.
   *
   * @param outputs out x n
   * @param targets out x n
   * @param kernels how to compute it
   */
  public int agreements(DenseMatrix outputs, DenseMatrix targets, Kernels kernels) {
    if (outputs.getRowDimension() == 1 && outputBorder == targetBorder) {
      return kernels.agreements(outputBorder, outputs.values(), targets.values());
    }
    int agreements = 0;
    int samples = outputs.getColumnDimension();
    for (int sample = 0; sample < samples; sample++) {
      agreements += classOf(outputs, sample) == classOfTarget(targets, sample) ? 1 : 0;
    }
    return agreements;
  }

  /**
   * The class that one sample is given.
   *
   * @param outputs out x n
   * @param sample its column
   */
  public int classOf(DenseMatrix outputs, int sample) {
    return classOf(outputs, sample, outputBorder);
  }

  /**
   * The class that one sample has.
   *
   * @param targets out x n
   * @param sample its column
   */
  public int classOfTarget(DenseMatrix targets, int sample) {
    return classOf(targets, sample, targetBorder);
  }

  private static int classOf(DenseMatrix matrix, int sample, double border) {
    double[] values = matrix.values();
    int samples = matrix.getColumnDimension();
    if (matrix.getRowDimension() == 1) {
      return values[sample] > border ? 1 : 0;
    }
    int best = 0;
    for (int row = 1; row < matrix.getRowDimension(); row++) {
      if (values[row * samples + sample] > values[best * samples + sample]) {
        best = row;
      }
    }
    return best;
  }

  /**
   * How much of two classes a sample looks like class 1: with one row, the output; with the two of
   * a {@link Softmax}, the second one; with other two, the second minus the first, so that class 1
   * is predicted above 0.
   *
   * @param outputs out x n, one or two rows
   * @param sample its column
   * @param softmax whether the outputs are those of a softmax
   */
  public static double scoreOf(DenseMatrix outputs, int sample, boolean softmax) {
    double[] values = outputs.values();
    if (outputs.getRowDimension() == 1) {
      return values[sample];
    }
    double second = values[outputs.getColumnDimension() + sample];
    return softmax ? second : second - values[sample];
  }
}
