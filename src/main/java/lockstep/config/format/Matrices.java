package lockstep.config.format;

import java.util.Arrays;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Matrices as lists of rows. */
final class Matrices {
  private Matrices() {}

  /** The rows of a matrix. */
  static List<List<Double>> rows(RealMatrix matrix) {
    return Arrays.stream(matrix.getData()).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  /** The matrix with these rows, which are equally long. */
  static RealMatrix of(List<List<Double>> rows) {
    double[][] values = rows.stream().map(Matrices::array).toArray(double[][]::new);
    return DenseMatrix.copyOf(MatrixUtils.createRealMatrix(values));
  }

  /** Its number of rows and columns. */
  static String shape(RealMatrix matrix) {
    return matrix.getRowDimension() + " x " + matrix.getColumnDimension();
  }

  private static double[] array(List<Double> row) {
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
