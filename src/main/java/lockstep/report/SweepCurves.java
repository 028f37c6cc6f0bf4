package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.report.figure.Labels;
import lockstep.report.figure.LineFigure;
import lockstep.report.figure.Lines;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialRecord.Measure;

/** The learning curves of the best, the median and the worst configuration, first repeat. */
final class SweepCurves {
  private static final int LONGEST_NAME = 60;

  /** What rises above this many times the highest start is left out: it would flatten the rest. */
  private static final double HIGHEST_SHOWN = 100;

  private final SweepInput input;
  private final Axes axes;
  private final Ranking ranking;

  SweepCurves(SweepInput input, Axes axes, Ranking ranking) {
    this.input = input;
    this.axes = axes;
    this.ranking = ranking;
  }

  /** The figure; empty if no curve was recorded. */
  Optional<Figure> figure() throws IOException {
    List<Lines> curves = new ArrayList<>();
    for (Map.Entry<Standing, String> one : chosen(ranking).entrySet()) {
      int configuration = one.getKey().configuration();
      TrialRecord record = input.records().record(input.trial(configuration, 0));
      String name = one.getValue() + ": " + axes.plain(configuration) + note(record);
      curve(record, Axes.cut(name, LONGEST_NAME), curves.size()).ifPresent(curves::add);
    }
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    String words = SweepStory.words(ranking.metric());
    String first = input.repeats() > 1 ? first() : "";
    String description = "The " + words + " over the epochs" + first + ".";
    Labels labels = new Labels("Learning curves" + first, description, "completed epochs", words);
    return Optional.of(
        Figures.figure(
            "learning_curves",
            labels,
            () -> new LineFigure(labels, false, curves, List.of()).svg()));
  }

  private String first() {
    return input.folds().several() ? " (first fold of each)" : " (first repeat of each)";
  }

  private static String note(TrialRecord record) {
    return record.ending().diverged() ? " (diverged)" : "";
  }

  /**
   * The best, the median and the worst configuration of those that could be run, with their names.
   */
  static Map<Standing, String> chosen(Ranking ranking) {
    List<Standing> all =
        ranking.standings().stream().filter(one -> one.tier() != Standing.Tier.FAILED).toList();
    Map<Standing, String> chosen = new LinkedHashMap<>();
    if (!all.isEmpty()) {
      chosen.put(all.get(0), all.size() == 1 ? "run" : "best");
      chosen.putIfAbsent(all.get((all.size() - 1) / 2), "median");
      chosen.putIfAbsent(all.get(all.size() - 1), "worst");
    }
    return chosen;
  }

  private Optional<Lines> curve(TrialRecord record, String name, int colour) {
    List<String> columns = record.measures().stream().map(Measure::column).toList();
    int column = columns.indexOf(ranking.metric().name());
    if (column < 0 || record.history().size() < 2) {
      return Optional.empty();
    }
    double start = Math.abs(record.measures().get(column).initial());
    double limit = ranking.metric().isLoss() ? HIGHEST_SHOWN * start : Double.MAX_VALUE;
    double[] epochs = record.history().stream().mapToDouble(TrialRecord.Row::epoch).toArray();
    double[] values =
        record.history().stream()
            .mapToDouble(row -> row.values()[column])
            .map(value -> Math.abs(value) <= limit ? value : Double.NaN)
            .toArray();
    return Optional.of(Lines.plain(name, epochs, values, colour));
  }
}
