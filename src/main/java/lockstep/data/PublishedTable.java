package lockstep.data;

import java.util.List;

/** A published table of numbers: columns with names, the target being the last one. */
final class PublishedTable {
  private final List<String> names;
  private final double[][] rows;

  /**
   * A table.
   *
   * @param names the names of the columns
   * @param text a line for each row, its numbers separated by blanks
   */
  PublishedTable(List<String> names, String text) {
    this.names = List.copyOf(names);
    this.rows = text.lines().map(PublishedTable::numbers).toArray(double[][]::new);
  }

  private static double[] numbers(String line) {
    return List.of(line.trim().split(" +")).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** The number of rows. */
  int count() {
    return rows.length;
  }

  /**
   * Some of the inputs with the targets; all numbers are copied.
   *
   * @param inputs the names of the inputs
   */
  Samples samples(List<String> inputs) {
    int[] columns = inputs.stream().mapToInt(names::indexOf).toArray();
    int[] target = {names.size() - 1};
    return Table.samples(Reordering.columns(rows, columns), Reordering.columns(rows, target));
  }

  /**
   * Checks the names of inputs.
   *
   * @param inputs what to check: at least one, none twice, none unknown
   * @return a copy
   */
  List<String> checked(List<String> inputs) {
    List<String> known = names.subList(0, names.size() - 1);
    boolean different = inputs.stream().distinct().count() == inputs.size();
    if (inputs.isEmpty() || !different || !known.containsAll(inputs)) {
      throw new IllegalArgumentException(
          "inputs " + inputs + " are not different ones of " + known);
    }
    return List.copyOf(inputs);
  }
}
