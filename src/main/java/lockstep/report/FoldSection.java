package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.statistics.Sample;
import lockstep.training.TrainingColumns;

/** What each fold of a cross-validation gave, for the best configuration. */
final class FoldSection {
  private static final int MOST_ROWS = 50;
  private static final int MOST_COLUMNS = 6;
  private static final int MEAN_DIGITS = 5;
  private static final int DEVIATION_DIGITS = 3;
  private static final String NONE = "–";

  private final SweepInput input;
  private final Survey survey;
  private final Ranking ranking;
  private final boolean repeated;
  private final int measures;
  private final List<Column> columns;

  FoldSection(SweepInput input, Survey survey, Ranking ranking) {
    this.input = input;
    this.survey = survey;
    this.ranking = ranking;
    this.repeated = input.repeats() > input.folds().count();
    List<Column> all =
        survey.columns().stream().filter(TrainingColumns::isMeasure).map(Column::new).toList();
    this.measures = all.size();
    this.columns = shown(all);
  }

  /** What is measured on the test part, then what on the others. */
  private static List<Column> shown(List<Column> all) {
    Stream<Column> first = all.stream().filter(Column::heldOut);
    Stream<Column> rest = all.stream().filter(column -> !column.heldOut());
    return Stream.concat(first, rest).limit(MOST_COLUMNS).toList();
  }

  /** The section; nothing without a cross-validation. */
  String text(Axes axes) {
    if (!input.folds().several() || columns.isEmpty()) {
      return "";
    }
    int best = ranking.best().configuration();
    boolean one = input.experiment().configurations() == 1;
    String whose =
        one ? "" : "Of the configuration that is ranked first, " + axes.code(best) + ". ";
    return "## Folds\n\n"
        + whose
        + "Each of the "
        + input.folds().count()
        + " folds is the test part once; the others are trained on. Values at the end.\n\n"
        + table(best)
        + cut();
  }

  private MarkdownTable table(int configuration) {
    List<String> header = new ArrayList<>(repeated ? List.of("repeat", "fold") : List.of("fold"));
    columns.forEach(column -> header.add(column.words(true)));
    header.add("run");
    String alignment = "r".repeat(header.size() - 1) + "l";
    MarkdownTable table = new MarkdownTable(alignment, header.toArray(String[]::new));
    List<List<String>> cells =
        columns.stream().map(column -> Digits.aligned(values(column, configuration))).toList();
    for (int run = 0; run < Math.min(MOST_ROWS, input.repeats()); run++) {
      table.row(row(input.trial(configuration, run), run, cells));
    }
    table.row(summary("**mean**", configuration, true));
    table.row(summary("sd", configuration, false));
    return table;
  }

  private double[] values(Column column, int configuration) {
    return IntStream.range(0, input.repeats())
        .mapToDouble(run -> survey.last(column.name(), input.trial(configuration, run)))
        .toArray();
  }

  private List<String> row(int trial, int run, List<List<String>> cells) {
    List<String> row = new ArrayList<>();
    if (repeated) {
      row.add(run / input.folds().count() + 1 + "");
    }
    row.add(run % input.folds().count() + 1 + "");
    cells.forEach(column -> row.add(column.get(run)));
    row.add(survey.outcome(trial).word());
    return row;
  }

  private List<String> summary(String name, int configuration, boolean mean) {
    List<String> row = new ArrayList<>(repeated ? List.of("", name) : List.of(name));
    for (Column column : columns) {
      Sample sample = finite(column, configuration);
      OptionalDouble value = mean ? sample.mean() : sample.standardDeviation();
      String text =
          value.isPresent()
              ? Digits.rounded(value.getAsDouble(), mean ? MEAN_DIGITS : DEVIATION_DIGITS)
              : NONE;
      row.add(mean ? "**" + text + "**" : text);
    }
    row.add("");
    return row;
  }

  /** The values of the runs that were trained to their end. */
  private Sample finite(Column column, int configuration) {
    return Sample.of(
        IntStream.range(0, input.repeats())
            .map(run -> input.trial(configuration, run))
            .filter(trial -> survey.outcome(trial).whole())
            .mapToDouble(trial -> survey.last(column.name(), trial))
            .filter(Double::isFinite)
            .toArray());
  }

  private String cut() {
    int runs = input.repeats() - MOST_ROWS;
    List<String> more = new ArrayList<>();
    if (runs > 0) {
      more.add(Digits.counted(runs, "more run"));
    }
    if (measures > columns.size()) {
      more.add(Digits.counted(measures - columns.size(), "more column"));
    }
    return more.isEmpty()
        ? ""
        : "\n"
            + String.join(" and ", more)
            + " in ["
            + ResultsLayout.SUMMARY
            + "]("
            + ResultsLayout.SUMMARY
            + ").\n";
  }
}
