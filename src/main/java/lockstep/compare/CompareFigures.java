package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.report.Digits;
import lockstep.report.Markdown;
import lockstep.report.ResultsLayout;
import lockstep.report.figure.IntervalFigure;
import lockstep.report.figure.Labels;

/** A comparison as figures: the values of each configuration, and the differences. */
final class CompareFigures {
  private static final String VALUES = ResultsLayout.FIGURES + "/values.svg";
  private static final String DIFFERENCES = ResultsLayout.FIGURES + "/differences.svg";
  private static final String INTERVALS =
      "Lines are single runs, diamonds means, bars their 95 % intervals";
  private static final int BASELINE_COLOUR = 1;

  private CompareFigures() {}

  /** The figures by path. */
  static SortedMap<String, String> of(ResultsComparison all) {
    SortedMap<String, String> figures = new TreeMap<>();
    figures.put(VALUES, values(all).svg());
    differences(all).stream().findFirst().ifPresent(one -> figures.put(DIFFERENCES, one.svg()));
    return figures;
  }

  /** Markdown that shows them. */
  static String markdown(ResultsComparison all) {
    StringBuilder text = new StringBuilder(shown(values(all), VALUES));
    differences(all).forEach(one -> text.append("\n\n").append(shown(one, DIFFERENCES)));
    return text.toString();
  }

  private static String shown(IntervalFigure figure, String file) {
    return "![" + Markdown.escape(figure.labels().description()) + "](" + file + ")";
  }

  private static IntervalFigure values(ResultsComparison all) {
    Measure measure = all.measure();
    List<Candidate> candidates = all.candidates().all();
    List<IntervalFigure.Row> rows = new ArrayList<>();
    for (int index = 0; index < candidates.size(); index++) {
      boolean baseline = all.candidates().baseline().orElse(-1) == index;
      String name = (numbered(all) ? index + 1 + ": " : "") + candidates.get(index).name();
      rows.add(row(name, candidates.get(index), measure, baseline ? BASELINE_COLOUR : 0));
    }
    String title = "Compared: " + measure.words();
    String first = cut(rows.size(), "configuration");
    Labels labels =
        new Labels(
            title,
            "The " + measure.words() + " of each configuration" + first + ". " + INTERVALS + ".",
            measure.words(),
            "configuration" + first);
    return new IntervalFigure(labels, rows, OptionalDouble.empty());
  }

  /** Pairs of long names are not legible: configurations are numbered for them. */
  private static boolean numbered(ResultsComparison all) {
    return all.candidates().baseline().isEmpty() && all.comparisons().size() > 1;
  }

  private static IntervalFigure.Row row(
      String name, Candidate candidate, Measure measure, int colour) {
    var sample = candidate.sample(measure);
    return new IntervalFigure.Row(
        name,
        sample.values(),
        sample.mean(),
        sample.meanInterval(Contrast.CONFIDENCE),
        MeasureSection.uncounted(candidate, measure),
        colour);
  }

  /** The differences, unless there is none. */
  private static List<IntervalFigure> differences(ResultsComparison all) {
    List<IntervalFigure.Row> rows =
        all.comparisons().stream()
            .filter(one -> one.values().difference().isPresent())
            .map(one -> row(one, all))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    String measure = all.measure().words();
    String first = cut(rows.size(), "comparison");
    String against = against(all);
    Labels labels =
        new Labels(
            "Differences in " + measure,
            "Differences in "
                + measure
                + ": "
                + against
                + first
                + ". Lines are pairs of runs, diamonds means, bars their 95 % intervals; at 0 there"
                + " is no difference.",
            against,
            (numbered(all) ? "numbers of two configurations" : "configuration") + first);
    return List.of(new IntervalFigure(labels, rows, OptionalDouble.of(0)));
  }

  private static String against(ResultsComparison all) {
    return numbered(all)
        ? "the first less the second"
        : "each less that of " + all.comparisons().get(0).first().name();
  }

  private static IntervalFigure.Row row(Comparison one, ResultsComparison all) {
    Contrast values = one.values();
    List<Double> pairs = values.paired() ? values.pairs().differences().values() : List.of();
    return new IntervalFigure.Row(
        name(one, all), pairs, values.difference(), values.interval(), remark(one, all), 0);
  }

  private static String name(Comparison one, ResultsComparison all) {
    List<Candidate> candidates = all.candidates().all();
    if (numbered(all)) {
      int first = candidates.indexOf(one.first()) + 1;
      return candidates.indexOf(one.second()) + 1 + " − " + first;
    }
    return one.second().name();
  }

  private static String remark(Comparison one, ResultsComparison all) {
    return switch (one.finding()) {
      case BETTER, WORSE, LARGER, SMALLER -> Sentences.of(one, all).word();
      default -> "";
    };
  }

  private static String cut(int rows, String noun) {
    return rows <= IntervalFigure.MOST_ROWS
        ? ""
        : " (the first " + Digits.counted(IntervalFigure.MOST_ROWS, noun) + " of " + rows + ")";
  }
}
