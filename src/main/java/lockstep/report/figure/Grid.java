package lockstep.report.figure;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Numbers at the crossings of a square lattice.
 *
 * @param values rows x columns; the first row is the lowest, the first column the leftmost
 * @param field where the values come from
 */
record Grid(double[][] values, Field field) {

  /** The numbers between the crossings too. */
  interface Field {
    /**
     * The number at a place.
     *
     * @param column cells to the right of the lower left corner
     * @param row cells above it
     */
    double at(double column, double row);
  }

  int last() {
    return values.length - 1;
  }

  /**
   * A network's outputs over a rectangle, one grid an output. Between the crossings the outputs are
   * interpolated if they have no jumps, which no eye can tell from asking the network again;
   * otherwise it is asked.
   *
   * @param classifier the network, n x 2 inputs to n x out outputs
   * @param ranges those of the first and the second input
   * @param cells the number of cells in each direction
   */
  static Grid[] sample(Classifier classifier, Range[] ranges, int cells) {
    int side = cells + 1;
    double[][] inputs = new double[side * side][];
    for (int place = 0; place < inputs.length; place++) {
      double x = between(ranges[0], (double) (place % side) / cells);
      inputs[place] = new double[] {x, between(ranges[1], (double) (place / side) / cells)};
    }
    RealMatrix outputs = classifier.outputs().apply(new Array2DRowRealMatrix(inputs, false));
    Grid[] grids = new Grid[outputs.getColumnDimension()];
    for (int output = 0; output < grids.length; output++) {
      double[][] values = folded(outputs.getColumn(output), side);
      int index = output;
      Field asked =
          (column, row) -> {
            double x = between(ranges[0], column / cells);
            double[][] input = {{x, between(ranges[1], row / cells)}};
            RealMatrix answer = classifier.outputs().apply(new Array2DRowRealMatrix(input, false));
            return answer.getEntry(0, index);
          };
      boolean jumps = classifier.surface() == Classifier.Surface.STEPPED;
      grids[output] = new Grid(values, jumps ? asked : interpolated(values));
    }
    return grids;
  }

  /** Bilinear between the four crossings around a place. */
  private static Field interpolated(double[][] values) {
    int last = values.length - 1;
    return (column, row) -> {
      int left = Math.min((int) column, last - 1);
      int low = Math.min((int) row, last - 1);
      double right = column - left;
      double up = row - low;
      double below = values[low][left] * (1 - right) + values[low][left + 1] * right;
      double above = values[low + 1][left] * (1 - right) + values[low + 1][left + 1] * right;
      return below * (1 - up) + above * up;
    };
  }

  private static double between(Range range, double share) {
    return range.low() + share * (range.high() - range.low());
  }

  private static double[][] folded(double[] flat, int side) {
    double[][] values = new double[side][side];
    for (int place = 0; place < flat.length; place++) {
      values[place / side][place % side] = flat[place];
    }
    return values;
  }

  /** By how much one output is above the largest of the others, everywhere. */
  static Grid margin(Grid[] outputs, int output) {
    return outputs[0].derived(
        place -> {
          double other = Double.NEGATIVE_INFINITY;
          for (int index = 0; index < outputs.length; index++) {
            other = index == output ? other : Math.max(other, place.applyAsDouble(outputs[index]));
          }
          return place.applyAsDouble(outputs[output]) - other;
        });
  }

  /** The same with the opposite sign. */
  Grid negated() {
    return derived(place -> -place.applyAsDouble(this));
  }

  /** Numbers that are calculated from those of grids at the same place. */
  private Grid derived(ToDoubleFunction<ToDoubleFunction<Grid>> formula) {
    double[][] derived = new double[values.length][values.length];
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values.length; column++) {
        int y = row;
        int x = column;
        derived[row][column] = formula.applyAsDouble(grid -> grid.values[y][x]);
      }
    }
    return new Grid(derived, (x, y) -> formula.applyAsDouble(grid -> grid.field.at(x, y)));
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
