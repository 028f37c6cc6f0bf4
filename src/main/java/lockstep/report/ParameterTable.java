package lockstep.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Parameters;

/**
 * Reads what {@link Tables#parameters} has written.
 *
 * @param sizes units per layer, inputs first
 */
record ParameterTable(List<Integer> sizes) {
  /** Three whole numbers, a kind and a value, each with what ends it. */
  private static final long LONGEST_LINE = 3 * 11 + 7 + 26;

  /** An array has no more places. */
  private static final int LARGEST_FILE = Integer.MAX_VALUE - 16;

  /** The length, in bytes, that the file does not exceed. */
  int mostBytes() {
    double lines = 1;
    for (int layer = 1; layer < sizes.size(); layer++) {
      lines += (sizes.get(layer - 1) + 1.0) * sizes.get(layer);
    }
    return (int) Math.min(LARGEST_FILE, lines * LONGEST_LINE);
  }

  /**
   * The parameters.
   *
   * @param lines those of the file
   * @return empty if any line is not the one that belongs there
   */
  Optional<Parameters> read(List<String> lines) {
    List<Parameters.Layer> layers = new ArrayList<>();
    Iterator<String> rest = lines.iterator();
    boolean right = rest.hasNext() && rest.next().equals(String.join(",", Tables.PARAMETERS));
    for (int layer = 1; right && layer < sizes.size(); layer++) {
      DenseMatrix weights = new DenseMatrix(sizes.get(layer - 1), sizes.get(layer));
      DenseMatrix biases = new DenseMatrix(1, sizes.get(layer));
      right = fill(weights, layer + ",weight,", rest) && fill(biases, layer + ",bias,", rest);
      layers.add(new Parameters.Layer(weights, biases));
    }
    return right && !rest.hasNext() ? Optional.of(new Parameters(layers)) : Optional.empty();
  }

  private static boolean fill(DenseMatrix matrix, String kind, Iterator<String> rest) {
    for (int row = 0; row < matrix.getRowDimension(); row++) {
      String from = kind + (kind.endsWith("bias,") ? "" : row + 1) + ",";
      for (int column = 0; column < matrix.getColumnDimension(); column++) {
        String line = rest.hasNext() ? rest.next() : "";
        OptionalDouble value = value(line, from + (column + 1) + ",");
        if (value.isEmpty()) {
          return false;
        }
        matrix.setEntry(row, column, value.getAsDouble());
      }
    }
    return true;
  }

  private static OptionalDouble value(String line, String begin) {
    try {
      return line.startsWith(begin)
          ? OptionalDouble.of(Double.parseDouble(line.substring(begin.length())))
          : OptionalDouble.empty();
    } catch (NumberFormatException damaged) {
      return OptionalDouble.empty();
    }
  }
}
