package lockstep.network;

import lockstep.matrix.DenseMatrix;

/**
 * How outputs, or encoded targets, are read as classes: with one row, 1 where it is above 0.5, else
 * 0; with several, the index of the largest, the first of equals. NaN is above nothing.
 */
public final class ClassRule {
  /** The border between the two classes of a single output. */
  public static final double THRESHOLD = 0.5;

  private ClassRule() {}

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
}
