package lockstep.data;

import java.util.List;

/**
 * Which columns of a file are used.
 *
 * @param inputs the names of the input columns, in the order of use
 * @param targets the names of the target columns, in the order of use
 */
public record CsvColumns(List<String> inputs, List<String> targets) {
  /** Copies the lists. */
  public CsvColumns {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
  }
}
