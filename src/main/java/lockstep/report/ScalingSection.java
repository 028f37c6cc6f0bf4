package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.data.CsvTable;
import lockstep.data.DataSpec;
import lockstep.data.FittedScaling;
import lockstep.data.Generator;
import lockstep.data.Scaling;
import lockstep.data.Scaling.MinMax;
import lockstep.data.Scaling.Standard;
import lockstep.data.Scalings;

/** How the samples of a trial were scaled, in words and column by column. */
final class ScalingSection {
  private static final int MOST_ROWS = 40;

  private ScalingSection() {}

  /** What was scaled, for the end of a sentence about the samples; nothing if nothing was. */
  static String phrase(DataSpec data) {
    Optional<String> inputs = data.scaling().inputs().map(one -> "inputs " + words(one));
    Optional<String> targets = data.scaling().targets().map(one -> "targets " + words(one));
    List<String> parts = new ArrayList<>();
    inputs.ifPresent(parts::add);
    targets.ifPresent(parts::add);
    return parts.isEmpty() ? "" : ", " + String.join(" and ", parts) + ",";
  }

  private static String words(Scaling scaling) {
    if (scaling instanceof MinMax range) {
      return "scaled to lie from "
          + Digits.exact(range.low())
          + " to "
          + Digits.exact(range.high());
    }
    Standard standard = (Standard) scaling;
    String mean = standard.withMean() ? "mean 0" : "";
    String deviation = standard.withStd() ? "standard deviation 1" : "";
    return "scaled to "
        + mean
        + (standard.withMean() && standard.withStd() ? " and " : "")
        + deviation;
  }

  /** A paragraph on the unit of losses and errors; nothing if that is the targets' own. */
  static String unit(DataSpec data) {
    return data.scaling().targets().isEmpty()
        ? ""
        : "Losses and errors are of the scaled targets; what a unit of these is stands under"
            + " [Scaling](#scaling).\n\n";
  }

  /** The section; nothing if nothing was scaled. */
  static String text(ReportInput input) {
    Scalings scalings = input.result().data().scalings();
    if (scalings.isNone()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Scaling\n\n");
    text.append("Fitted to the ")
        .append(Digits.counted(input.result().data().train().count(), "training sample"));
    text.append(" alone and applied to every sample.\n\n");
    Generator generator = input.spec().data().generator();
    List<String> inputs = generator instanceof CsvTable csv ? csv.columns().inputs() : List.of();
    List<String> targets = generator instanceof CsvTable csv ? csv.columns().targets() : List.of();
    scalings.inputs().ifPresent(fitted -> text.append(table(fitted, "input", inputs)).append('\n'));
    scalings.targets().ifPresent(fitted -> text.append(table(fitted, "target", targets)));
    return text.toString();
  }

  private static String table(FittedScaling fitted, String noun, List<String> names) {
    boolean range = fitted.scaling() instanceof MinMax;
    MarkdownTable table =
        range
            ? new MarkdownTable("lrr", noun, "smallest", "largest minus smallest")
            : new MarkdownTable("lrr", noun, "subtracted mean", "divided by");
    List<FittedScaling.Column> columns = fitted.columns();
    for (int index = 0; index < Math.min(MOST_ROWS, columns.size()); index++) {
      FittedScaling.Column column = columns.get(index);
      String name = index < names.size() ? Markdown.code(names.get(index)) : index + 1 + "";
      table.row(name, Digits.exact(column.center()), Digits.exact(column.width()));
    }
    int more = columns.size() - MOST_ROWS;
    return table + (more > 0 ? "\nand " + Digits.counted(more, "more " + noun) + "\n" : "");
  }
}
