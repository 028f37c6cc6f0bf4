package lockstep.data;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an experiment wants from a CSV file.
 *
 * @param path the file as the experiment names it
 * @param targets the names of the target columns, none twice; none to read inputs alone
 * @param inputs the names of the input columns, at least one, none twice and no target; empty for
 *     all columns that are not targets, in the order of the file
 */
public record CsvRequest(String path, List<String> targets, Optional<List<String>> inputs) {
  /** Copies the lists and checks them. */
  public CsvRequest {
    targets = targets.isEmpty() ? List.of() : checked("targets", targets);
    inputs = inputs.map(names -> checked("inputs", names));
    if (!Collections.disjoint(targets, inputs.orElse(List.of()))) {
      throw new IllegalArgumentException(
          "inputs " + inputs.get() + " must not name any of the targets " + targets);
    }
  }

  private static List<String> checked(String place, List<String> names) {
    if (names.isEmpty() || new TreeSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          place + " " + names + " must name at least one column, and none twice");
    }
    return List.copyOf(names);
  }
}
