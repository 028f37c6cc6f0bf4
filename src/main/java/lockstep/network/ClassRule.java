package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * How outputs, or encoded targets, are read as classes: with one row, 1 where it is above 0.5, else
 * 0; with several, the index of the largest, the first of equals. NaN is above nothing.
 */
public final class ClassRule {
  /** The border between the two classes of a single output. */
  public static final double THRESHOLD = 0.5;

  private ClassRule() {}

  /**
   * The number of samples whose class is the same in both.
   *
   * @param outputs out x n
   * @param targets out x n
   * @param kernels how to compute it
   */
  public static int agreements(DenseMatrix outputs, DenseMatrix targets, Kernels kernels) {
    if (outputs.getRowDimension() == 1) {
      return kernels.agreements(THRESHOLD, outputs.values(), targets.values());
    }
    int agreements = 0;
    int samples = outputs.getColumnDimension();
    for (int sample = 0; sample < samples; sample++) {
      agreements += classOf(outputs, sample) == classOf(targets, sample) ? 1 : 0;
    }
    return agreements;
  }

  /**
   * The class of one sample.
   *
   * @param outputs out x n
   * @param sample its column
   */
  public static int classOf(DenseMatrix outputs, int sample) {
    double[] values = outputs.values();
    int samples = outputs.getColumnDimension();
    if (outputs.getRowDimension() == 1) {
      return values[sample] > THRESHOLD ? 1 : 0;
    }
    int best = 0;
    for (int row = 1; row < outputs.getRowDimension(); row++) {
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
