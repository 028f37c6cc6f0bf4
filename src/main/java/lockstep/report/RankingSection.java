package lockstep.report;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lockstep.statistics.Interval;
import lockstep.statistics.Sample;

/** The configurations in their order, with mean, standard deviation and interval. */
final class RankingSection {
  private static final int MOST_KEYS = 5;
  private static final int MEAN_DIGITS = 6;
  private static final String NONE = "–";

  private final Ranking ranking;
  private final Axes axes;
  private final Survey survey;
  private final boolean repeated;
  private final CutRows rows;
  private final Optional<Column> other;

  RankingSection(Ranking ranking, Axes axes, Survey survey) {
    this.ranking = ranking;
    this.axes = axes;
    this.survey = survey;
    this.repeated = ranking.best().repeats() > 1;
    this.other = other();
    this.rows = CutRows.of(ranking.standings().size());
  }

  /** A metric to show beside the one that ranks: the first of the same samples. */
  private Optional<Column> other() {
    return survey.columns().stream()
        .map(Column::new)
        .filter(column -> !column.equals(ranking.metric()))
        .filter(column -> column.part() == ranking.metric().part())
        .filter(column -> ranking.metric().isLoss() || column.isLoss())
        .findFirst();
  }

  String text() {
    return "## Ranking\n\n" + introduction() + "\n\n" + table() + rows.note();
  }

  private String introduction() {
    String mean = repeated ? ", the mean of the runs that were trained to their end" : "";
    String order =
        ranking.standings().stream().anyMatch(one -> one.count(Outcome.DIVERGED) > 0)
            ? " Configurations of which runs diverged come last."
            : "";
    String folds =
        ranking.best().folds().several()
            ? " Intervals take into account that folds share training samples (Nadeau and Bengio,"
                + " 2003)."
            : "";
    return "By the "
        + SweepStory.words(ranking.metric())
        + " at the end"
        + mean
        + "; "
        + ranking.reason()
        + "."
        + order
        + folds
        + again();
  }

  private String again() {
    int repeats = ranking.best().repeats();
    int again = survey.trials() / repeats - ranking.standings().size();
    return again == 0
        ? ""
        : " "
            + Digits.counted(again, "configuration")
            + (again == 1 ? " that is" : " that are")
            + " the same as an earlier one "
            + (again == 1 ? "is" : "are")
            + " left out.";
  }

  private MarkdownTable table() {
    List<String> header = new ArrayList<>(List.of("rank"));
    header.addAll(keys());
    header.add(SweepStory.words(ranking.metric()));
    header.addAll(repeated ? List.of("sd", "95 % interval") : List.of());
    other.ifPresent(column -> header.add(SweepStory.words(column)));
    header.add("runs");
    String alignment = alignment(header);
    MarkdownTable table = new MarkdownTable(alignment, header.toArray(String[]::new));
    List<Standing> shown = rows.shown().stream().map(ranking.standings()::get).toList();
    List<String> means = means(shown);
    for (int row = 0; row < shown.size(); row++) {
      int place = rows.shown().get(row);
      if (place == rows.gap()) {
        table.row(header.stream().map(any -> CutRows.LEFT_OUT).toList());
      }
      table.row(cells(place + 1, shown.get(row), means.get(row)));
    }
    return table;
  }

  private List<String> keys() {
    boolean few = axes.varying().size() <= MOST_KEYS;
    return few
        ? axes.varying().stream().map(axis -> Markdown.code(axis.key())).toList()
        : List.of("configuration");
  }

  private String alignment(List<String> header) {
    int keys = keys().size();
    return "r" + "l".repeat(keys) + "r".repeat(header.size() - keys - 2) + "l";
  }

  private static List<String> means(List<Standing> shown) {
    double[] means =
        shown.stream().mapToDouble(one -> rounded(one.mean().orElse(Double.NaN))).toArray();
    return Digits.aligned(means).stream().map(text -> text.equals("NaN") ? NONE : text).toList();
  }

  private static double rounded(double mean) {
    return Double.parseDouble(Digits.rounded(mean, MEAN_DIGITS));
  }

  private List<String> cells(int rank, Standing standing, String mean) {
    List<String> cells = new ArrayList<>(List.of(standing.mean().isPresent() ? rank + "" : NONE));
    cells.addAll(values(standing.configuration()));
    cells.add(rank == 1 && standing.mean().isPresent() ? "**" + mean + "**" : mean);
    if (repeated) {
      OptionalDouble deviation = standing.sample().standardDeviation();
      cells.add(deviation.isPresent() ? Digits.rounded(deviation.getAsDouble(), 3) : NONE);
      cells.add(standing.interval().map(RankingSection::interval).orElse(NONE));
    }
    other.ifPresent(column -> cells.add(mean(standing, column)));
    cells.add(standing.ended(divergedAt(standing)));
    return cells;
  }

  /** When those that diverged did so. */
  private String divergedAt(Standing standing) {
    int first = standing.configuration() * standing.repeats();
    IntSummaryStatistics epochs =
        IntStream.range(first, first + standing.repeats())
            .filter(trial -> survey.outcome(trial) == Outcome.DIVERGED)
            .map(survey::divergedAt)
            .summaryStatistics();
    if (epochs.getCount() == 0) {
      return "";
    }
    return epochs.getMin() == epochs.getMax()
        ? " at epoch " + epochs.getMin()
        : " at epochs " + epochs.getMin() + " to " + epochs.getMax();
  }

  private List<String> values(int configuration) {
    return axes.varying().size() <= MOST_KEYS
        ? axes.varying().stream()
            .map(axis -> Markdown.code(Axes.cut(axis.value(configuration))))
            .toList()
        : List.of(Markdown.escape(Axes.cut(axes.plain(configuration), 160)));
  }

  private static String interval(Interval interval) {
    List<String> ends = Digits.apart(interval.low(), interval.high());
    return ends.get(0) + " to " + ends.get(ends.size() - 1);
  }

  private String mean(Standing standing, Column column) {
    int repeats = standing.repeats();
    double[] values =
        IntStream.range(0, repeats)
            .filter(repeat -> standing.values().get(repeat).isPresent())
            .mapToDouble(
                repeat -> survey.last(column.name(), standing.configuration() * repeats + repeat))
            .toArray();
    boolean finite = values.length > 0 && DoubleStream.of(values).allMatch(Double::isFinite);
    return finite ? Digits.rounded(Sample.of(values).mean().orElseThrow()) : NONE;
  }
}
