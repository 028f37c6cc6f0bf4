package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.report.figure.DotFigure;
import lockstep.report.figure.Dots;
import lockstep.report.figure.Labels;
import lockstep.report.figure.LineFigure;
import lockstep.report.figure.Lines;
import lockstep.report.figure.Tried;
import lockstep.report.figure.TriedFigure;
import lockstep.search.Ended;
import lockstep.search.Finding;
import lockstep.statistics.Interval;

/** The figures of a search: what was tried, and what was found for several configurations. */
final class SearchFigures {
  private static final int MOST_ROWS = 30;
  private static final int LONGEST_NAME = 26;
  private static final double LEAST_FACTOR = 10;

  private final Experiment experiment;
  private final List<Found> found;
  private final Axes axes;
  private final String answer;

  /**
   * The figures of a search.
   *
   * @param experiment what was searched in
   * @param found what was found
   * @param axes what distinguishes the configurations
   * @param answer the same in a sentence, without markup
   */
  SearchFigures(Experiment experiment, List<Found> found, Axes axes, String answer) {
    this.experiment = experiment;
    this.found = found;
    this.axes = axes;
    this.answer = answer;
  }

  /** The figures in the order of the report. */
  List<Figure> all() {
    List<Figure> all = new ArrayList<>();
    boolean any = found.stream().anyMatch(one -> one.sample().size() > 0);
    if (found.size() > 1 && any) {
      boolean line = axes.varying().size() == 1 && axes.varying().get(0).numeric();
      all.add(line ? line(axes.varying().get(0)) : dots());
    }
    all.add(tried());
    return all;
  }

  private String key() {
    return experiment.search().orElseThrow().key();
  }

  private Labels labels(String title, String horizontal, String vertical) {
    return new Labels(title, title + ". " + answer, horizontal, vertical);
  }

  private Figure tried() {
    LargestStable search = (LargestStable) experiment.search().orElseThrow();
    double factor = search.high().doubleValue() / search.low().doubleValue();
    List<Tried> rows =
        found.stream()
            .flatMap(one -> one.findings().stream())
            .limit(MOST_ROWS)
            .map(this::tried)
            .toList();
    String vertical = found.size() > 1 ? "configuration and repeat" : "repeat";
    Labels labels = labels("Tried values", key(), vertical);
    return Figures.figure(
        "tried_values", labels, () -> new TriedFigure(labels, factor > LEAST_FACTOR, rows).svg());
  }

  private Tried tried(Finding finding) {
    String repeat = finding.search() % experiment.repeats() + 1 + "";
    String configuration = axes.plain(finding.search() / experiment.repeats());
    String name =
        found.size() == 1 ? repeat : Axes.cut(configuration, LONGEST_NAME) + ", " + repeat;
    return new Tried(
        name, values(finding, true), values(finding, false), value(finding).orElse(Double.NaN));
  }

  private static double[] values(Finding finding, boolean stable) {
    return finding.ended().stream()
        .filter(stable ? Ended::stable : Ended::unstable)
        .mapToDouble(one -> one.attempt().value().doubleValue())
        .toArray();
  }

  private static OptionalDouble value(Finding finding) {
    return finding.kind() == Finding.Kind.BRACKETED
        ? OptionalDouble.of(finding.stable().orElseThrow().attempt().value().doubleValue())
        : OptionalDouble.empty();
  }

  private Figure line(Axis axis) {
    Found[] order = new Found[axis.values().size()];
    found.forEach(one -> order[axis.places()[one.configuration()]] = one);
    double[] middle = values(order, one -> one.sample().mean());
    double[] low = values(order, one -> end(one.interval().map(Interval::low)));
    double[] high = values(order, one -> end(one.interval().map(Interval::high)));
    Lines lines = new Lines("mean", axis.numbers(), middle, low, high, 0);
    Labels labels = labels("Largest stable value over " + axis.shortName(), axis.key(), title());
    return Figures.figure(
        "largest_stable",
        labels,
        () -> new LineFigure(labels, axis.logarithmic(), List.of(lines), List.of()).svg());
  }

  private String title() {
    return "largest stable " + key() + (experiment.repeats() > 1 ? ", mean" : "");
  }

  private static OptionalDouble end(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** A number of each configuration. */
  private interface Number {
    OptionalDouble of(Found one);
  }

  private static double[] values(Found[] order, Number number) {
    return IntStream.range(0, order.length)
        .mapToDouble(index -> number.of(order[index]).orElse(Double.NaN))
        .toArray();
  }

  private Figure dots() {
    List<Dots> rows = found.stream().limit(MOST_ROWS).map(this::dots).toList();
    Labels labels = labels("Largest stable values", title(), "configuration");
    return Figures.figure("largest_stable", labels, () -> new DotFigure(labels, rows).svg());
  }

  private Dots dots(Found one) {
    double[] values = one.sample().values().stream().mapToDouble(Double::doubleValue).toArray();
    return new Dots(
        Axes.cut(axes.plain(one.configuration()), LONGEST_NAME),
        values,
        one.sample().mean().orElse(Double.NaN),
        one.interval().map(Interval::low).orElse(Double.NaN),
        one.interval().map(Interval::high).orElse(Double.NaN),
        values.length == 0 ? "none between the ends" : "");
  }
}
