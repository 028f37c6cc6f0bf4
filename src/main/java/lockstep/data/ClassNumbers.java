package lockstep.data;

import java.util.BitSet;
import org.apache.commons.math3.linear.RealMatrix;

/** Recognises targets that are class numbers. */
final class ClassNumbers {
  private ClassNumbers() {}

  /**
   * The number of classes.
   *
   * @param targets n x out
   * @return k if there is one column, in which each of 0, 1, ..., k - 1 occurs and nothing else
   *     does; otherwise 0
   */
  static int count(RealMatrix targets) {
    int rows = targets.getRowDimension();
    BitSet seen = new BitSet();
    for (int row = 0; row < rows; row++) {
      double target = targets.getEntry(row, 0);
      if (!(target >= 0 && target < rows && target == Math.floor(target))) {
        return 0;
      }
      seen.set((int) target);
    }
    boolean noneMissing = seen.cardinality() == seen.length();
    return targets.getColumnDimension() == 1 && noneMissing ? seen.cardinality() : 0;
  }
}
