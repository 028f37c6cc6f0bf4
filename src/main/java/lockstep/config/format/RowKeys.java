package lockstep.config.format;

import java.util.Collections;
import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.data.Rows;

/** The keys of {@code generator: rows}. */
public final class RowKeys {
  private static final Key<List<List<Double>>> INPUTS =
      Key.of(
          "inputs",
          Grid.of("a list of rows", Real.ANY),
          "The inputs, a row for each sample.",
          "[[0, 0], [0, 1], [1, 0], [1, 1]]");

  private static final ListOf<Double> ROW = ListOf.atLeast(1, "a row of numbers", Real.ANY);

  /** The key {@code data.targets} of {@code generator: rows}. */
  public static final Key<List<List<Double>>> TARGETS =
      Key.of(
              "targets",
              Grid.ofRows(
                  "a list with one number or row for each sample",
                  new ListOr<>(
                      new Mapped<>(ROW::cast, Real.ANY, List::of, row -> row.get(0)),
                      ROW,
                      row -> row.size() == 1)),
              "The targets, a number or a row for each sample. One column of the numbers 0, 1, ..."
                  + " is taken for classes.",
              "[0, 1, 1, 0]")
          .otherwise("required, but 0 for all samples with the loss output");

  static final Block<Rows> BLOCK =
      Block.of(Rows.class)
          .with(INPUTS, Rows::inputs)
          .with(TARGETS, Rows::targets)
          .check(RowKeys::checkCount)
          .make(v -> new Rows(v.of(INPUTS), v.find(TARGETS).orElse(zeros(v.of(INPUTS)))));

  private RowKeys() {}

  private static List<List<Double>> zeros(List<List<Double>> inputs) {
    return Collections.nCopies(inputs.size(), List.of(0.0));
  }

  private static void checkCount(Values values, Scope scope) {
    int inputs = values.find(INPUTS).map(List::size).orElse(0);
    int targets = values.find(TARGETS).map(List::size).orElse(inputs);
    if (inputs > 0 && inputs != targets) {
      String path = scope.child(TARGETS.name()).path();
      scope.trace().report(path, targets + " targets for " + inputs + " inputs", "as many");
    }
  }
}
