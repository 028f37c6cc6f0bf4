package lockstep.data;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Numbers that a user wrote as a list of rows. */
final class Table {
  private Table() {}

  /**
   * A copy of the rows, checked.
   *
   * @param place what they are, for the error message
   * @param rows at least one row and one column, all rows of the same length, all numbers finite
   * @throws IllegalArgumentException with the place, the row from 1, and the value
   */
  static List<List<Double>> checked(String place, List<List<Double>> rows) {
    if (rows.isEmpty() || rows.get(0).isEmpty()) {
      throw new IllegalArgumentException(place + " has no numbers");
    }
    int width = rows.get(0).size();
    for (int row = 0; row < rows.size(); row++) {
      checkRow(place + " row " + (row + 1), rows.get(row), width);
    }
    return rows.stream().map(List::copyOf).toList();
  }

  private static void checkRow(String place, List<Double> row, int width) {
    if (row.size() != width) {
      throw new IllegalArgumentException(
          place + " has " + row.size() + " numbers, the first row has " + width);
    }
    row.forEach(number -> NumberChecks.finite(place + ":", number));
  }

  static double[][] toArray(List<List<Double>> rows) {
    return rows.stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  static RealMatrix toMatrix(List<List<Double>> rows) {
    return new Array2DRowRealMatrix(toArray(rows), false);
  }

  /**
   * Samples of finished numbers.
   *
   * @param inputs n x in; kept, not copied
   * @param targets n x out; kept, not copied
   */
  static Samples samples(double[][] inputs, double[][] targets) {
    return new Samples(
        new Array2DRowRealMatrix(inputs, false), new Array2DRowRealMatrix(targets, false));
  }
}
