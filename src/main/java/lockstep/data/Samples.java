package lockstep.data;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Inputs with the targets that belong to them, one sample a row.
 *
 * @param inputs n x in
 * @param targets n x out; for classes before encoding, one column with the class numbers 0, 1, ...
 */
public record Samples(RealMatrix inputs, RealMatrix targets) {
  /** Checks that both have the same number of rows. */
  public Samples {
    if (inputs.getRowDimension() != targets.getRowDimension()) {
      throw new IllegalArgumentException(
          inputs.getRowDimension() + " inputs but " + targets.getRowDimension() + " targets");
    }
  }

  /** The number of samples. */
  public int count() {
    return inputs.getRowDimension();
  }

  /**
   * A copy of some samples.
   *
   * @param indices which ones, in the order wanted; at least one, each from 0 to count - 1
   */
  public Samples select(int[] indices) {
    return new Samples(rows(inputs, indices), rows(targets, indices));
  }

  private static RealMatrix rows(RealMatrix matrix, int[] indices) {
    int[] columns = IntStream.range(0, matrix.getColumnDimension()).toArray();
    return matrix.getSubMatrix(indices, columns);
  }
}
