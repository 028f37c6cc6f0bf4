package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.config.ExperimentSpec;
import lockstep.report.figure.Labels;
import lockstep.report.figure.LineFigure;
import lockstep.report.figure.Lines;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialRecord.Measure;
import lockstep.training.StabilitySpec;

/** The learning rates of a sweep against the largest stable ones that were measured. */
final class SweepStability {
  private static final int LONGEST_NAME = 60;
  private static final String NONE = "–";

  private final SweepInput input;
  private final Survey survey;
  private final Axes axes;
  private final Ranking ranking;

  SweepStability(SweepInput input, Survey survey, Axes axes, Ranking ranking) {
    this.input = input;
    this.survey = survey;
    this.axes = axes;
    this.ranking = ranking;
  }

  /** The section; empty if the stability was measured in no trial. */
  String text() {
    if (!survey.measuredStability()) {
      return "";
    }
    return "## Stability\n\nThe curvature λ is the largest real eigenvalue of the Jacobian of the"
        + " update direction. An update multiplies a small displacement along its eigenvector by"
        + " 1 − rate · λ, so with a learning rate above 2/λ it grows from update to update. "
        + diverged()
        + "\n\n"
        + table();
  }

  /** How many of the trials that diverged, and of the others, were above the limit. */
  private String diverged() {
    int[] measured = new int[2];
    int[] above = new int[2];
    for (int trial = 0; trial < survey.trials(); trial++) {
      if (survey.outcome(trial) != Outcome.FAILED && !Double.isNaN(survey.lowestLimit(trial))) {
        int kind = survey.outcome(trial) == Outcome.DIVERGED ? 0 : 1;
        measured[kind]++;
        above[kind] += isAbove(trial) ? 1 : 0;
      }
    }
    return share(measured[0], above[0], "diverged")
        + share(measured[1], above[1], "did not diverge")
        + "Where a trial diverged, the limit counts only as far as it could be measured.";
  }

  private static String share(int all, int above, String what) {
    return all == 0
        ? ""
        : "Of "
            + Digits.counted(all, "trial")
            + " that "
            + what
            + ", "
            + (above == all ? "all" : above == 0 ? "none" : above + "")
            + " had a learning rate above the limit at some measurement. ";
  }

  private double rate(int trial) {
    return input.experiment().spec(trial).training().learningRate();
  }

  private boolean isAbove(int trial) {
    return rate(trial) > survey.lowestLimit(trial);
  }

  private String table() {
    List<String> header =
        List.of(
            "rank",
            "configuration",
            "learning rate",
            "lowest 2/λ",
            "rate · λ / 2",
            "above the limit",
            "diverged");
    MarkdownTable table = new MarkdownTable("rlrrrrr", header.toArray(String[]::new));
    CutRows rows = CutRows.of(ranking.standings().size());
    for (int place : rows.shown()) {
      if (place == rows.gap()) {
        table.row(header.stream().map(any -> CutRows.LEFT_OUT).toList());
      }
      table.row(cells(place, ranking.standings().get(place)));
    }
    return table + rows.note();
  }

  private List<String> cells(int place, Standing standing) {
    int first = input.trial(standing.configuration(), 0);
    int[] trials = IntStream.range(first, first + input.repeats()).toArray();
    double lowest =
        Arrays.stream(trials)
            .mapToDouble(survey::lowestLimit)
            .filter(limit -> !Double.isNaN(limit))
            .min()
            .orElse(Double.NaN);
    boolean limited = Double.isFinite(lowest);
    long above = Arrays.stream(trials).filter(this::isAbove).count();
    String of = " of " + input.repeats();
    return List.of(
        standing.mean().isPresent() ? place + 1 + "" : NONE,
        Markdown.escape(axes.plain(standing.configuration())),
        Digits.rounded(rate(first)),
        Double.isNaN(lowest) ? NONE : limited ? Digits.rounded(lowest) : "no limit",
        limited ? Digits.rounded(rate(first) / lowest, 3) : NONE,
        above + of,
        standing.count(Outcome.DIVERGED) + of);
  }

  /**
   * The learning rate over the largest stable one, over the epochs of the best, the median and the
   * worst configuration; empty if no trial of them recorded it.
   *
   * @throws IOException if a trial cannot be read
   */
  Optional<Figure> figure() throws IOException {
    List<Lines> curves = new ArrayList<>();
    for (Map.Entry<Standing, String> one : SweepCurves.chosen(ranking).entrySet()) {
      int trial = input.trial(one.getKey().configuration(), 0);
      TrialRecord record = input.records().record(trial);
      String note = record.ending().diverged() ? " (diverged)" : "";
      String name = one.getValue() + ": " + axes.plain(one.getKey().configuration()) + note;
      curve(input.experiment().spec(trial), record, Axes.cut(name, LONGEST_NAME), curves.size())
          .ifPresent(curves::add);
    }
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    double last = curves.stream().mapToDouble(one -> one.x()[one.x().length - 1]).max().orElse(0);
    double[] ends = {0, last};
    curves.add(Lines.plain("limit: the largest stable rate", ends, new double[] {1, 1}, 3));
    String first = input.repeats() > 1 ? " (first repeat of each)" : "";
    String axis = "learning rate / largest stable rate";
    String description = "The learning rate over the largest stable one, over the epochs" + first;
    Labels labels = new Labels("Stability" + first, description + ".", "completed epochs", axis);
    return Optional.of(
        Figures.figure(
            "stability", labels, () -> new LineFigure(labels, false, curves, List.of()).svg()));
  }

  /** The epochs at which the limit is known; rows of others may end before its column. */
  private static Optional<Lines> curve(
      ExperimentSpec spec, TrialRecord record, String name, int colour) {
    List<String> columns = record.measures().stream().map(Measure::column).toList();
    int column = columns.indexOf(StabilitySpec.STABLE_LEARNING_RATE);
    if (column < 0) {
      return Optional.empty();
    }
    double rate = spec.training().learningRate();
    List<TrialRecord.Row> rows =
        record.history().stream()
            .filter(row -> column < row.values().length && !Double.isNaN(row.values()[column]))
            .toList();
    double[] epochs = rows.stream().mapToDouble(TrialRecord.Row::epoch).toArray();
    double[] shares = rows.stream().mapToDouble(row -> rate / row.values()[column]).toArray();
    return rows.size() < 2
        ? Optional.empty()
        : Optional.of(Lines.plain(name, epochs, shares, colour));
  }
}
