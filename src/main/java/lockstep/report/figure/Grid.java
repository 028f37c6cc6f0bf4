package lockstep.report.figure;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Numbers at the crossings of a square lattice.
 *
 * @param values rows x columns; the first row is the lowest, the first column the leftmost
 */
record Grid(double[][] values) {

  int last() {
    return values.length - 1;
  }

  /**
   * A network's outputs over a rectangle, one grid an output.
   *
   * @param network n x 2 inputs to n x out outputs
   * @param horizontal the range of the first input
   * @param vertical the range of the second input
   * @param cells the number of cells in each direction
   */
  static Grid[] sample(
      UnaryOperator<RealMatrix> network, Range horizontal, Range vertical, int cells) {
    int side = cells + 1;
    double[][] inputs = new double[side * side][];
    for (int place = 0; place < inputs.length; place++) {
      double x = between(horizontal, (double) (place % side) / cells);
      inputs[place] = new double[] {x, between(vertical, (double) (place / side) / cells)};
    }
    RealMatrix outputs = network.apply(new Array2DRowRealMatrix(inputs, false));
    Grid[] grids = new Grid[outputs.getColumnDimension()];
    for (int output = 0; output < grids.length; output++) {
      grids[output] = folded(outputs.getColumn(output), side);
    }
    return grids;
  }

  private static double between(Range range, double share) {
    return range.low() + share * (range.high() - range.low());
  }

  private static Grid folded(double[] flat, int side) {
    double[][] values = new double[side][side];
    for (int place = 0; place < flat.length; place++) {
      values[place / side][place % side] = flat[place];
    }
    return new Grid(values);
  }

  /** By how much one output is above the largest of the others, everywhere. */
  static Grid margin(Grid[] outputs, int output) {
    int side = outputs[0].values.length;
    double[][] margin = new double[side][side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double other = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < outputs.length; index++) {
          double value = outputs[index].values[row][column];
          other = index == output ? other : Math.max(other, value);
        }
        margin[row][column] = outputs[output].values[row][column] - other;
      }
    }
    return new Grid(margin);
  }

  /** The same with the opposite sign. */
  Grid negated() {
    double[][] negated = new double[values.length][values.length];
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values.length; column++) {
        negated[row][column] = -values[row][column];
      }
    }
    return new Grid(negated);
  }

  /** Whether every number is finite. */
  boolean finite() {
    for (double[] row : values) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
