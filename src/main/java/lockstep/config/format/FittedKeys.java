package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.data.FittedScaling;
import lockstep.data.Scaling;

/** The keys of a model file that hold what samples were scaled by. */
final class FittedKeys {
  private static final Key<Scaling> BY = Key.of("by", ScalingKeys.TYPE, "The rule.", "standard");

  private static final Key<List<List<Double>>> COLUMNS =
      Key.of(
          "columns",
          Grid.of("a list of rows", Real.ANY),
          "For each column what is subtracted and what it is divided by: mean and standard"
              + " deviation, or the smallest value and the range.",
          "[[5, 2], [0, 1]]");

  private static final Type<FittedScaling> FITTED =
      Block.of(FittedScaling.class)
          .with(BY, FittedScaling::scaling)
          .with(COLUMNS, FittedKeys::rows)
          .make(v -> new FittedScaling(v.of(BY), columns(v.of(COLUMNS))));

  static final Key<FittedScaling> INPUT_SCALING =
      Key.of(
              "input_scaling",
              FITTED,
              "How inputs are scaled before the network sees them.",
              "{by: standard, columns: [[5, 2]]}")
          .otherwise("they are not");

  static final Key<FittedScaling> TARGET_SCALING =
      Key.of(
              "target_scaling",
              FITTED,
              "How targets were scaled, which outputs are taken back from.",
              "{by: standard, columns: [[5, 2]]}")
          .otherwise("they were not");

  private FittedKeys() {}

  private static List<List<Double>> rows(FittedScaling scaling) {
    return scaling.columns().stream()
        .map(column -> List.of(column.center(), column.width()))
        .toList();
  }

  private static List<FittedScaling.Column> columns(List<List<Double>> rows) {
    if (rows.get(0).size() != 2) {
      throw new IllegalArgumentException("a column has " + rows.get(0).size() + " numbers, not 2");
    }
    return rows.stream().map(row -> new FittedScaling.Column(row.get(0), row.get(1))).toList();
  }
}
