package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.report.figure.DotFigure;
import lockstep.report.figure.Dots;
import lockstep.report.figure.Labels;
import lockstep.report.figure.LineFigure;
import lockstep.report.figure.Lines;
import lockstep.report.figure.Mark;
import lockstep.report.figure.ParallelFigure;
import lockstep.report.figure.ScatterFigure;
import lockstep.report.figure.Shade;
import lockstep.report.figure.ShortTexts;
import lockstep.statistics.Interval;

/** Which figures a sweep gets: one that fits its axes, and the learning curves. */
final class SweepFigures {
  private static final int MOST_ROWS = 30;
  private static final int MOST_SPOTS = 1500;
  private static final int MOST_MARKS = 400;
  private static final int MOST_UPRIGHTS = 7;
  private static final int LONGEST_NAME = 36;
  private static final int LONGEST_TITLE = 14;

  private final SweepInput input;
  private final Axes axes;
  private final Ranking ranking;
  private final Survey survey;

  SweepFigures(SweepInput input, Survey survey, Axes axes, Ranking ranking) {
    this.input = input;
    this.survey = survey;
    this.axes = axes;
    this.ranking = ranking;
  }

  /** The figures in the order of the report. */
  List<Figure> all() throws IOException {
    List<Figure> all = new ArrayList<>();
    if (!ranking.measured().isEmpty()) {
      overview().ifPresent(all::add);
    }
    new SweepCurves(input, axes, ranking).figure().ifPresent(all::add);
    return all;
  }

  private Optional<Figure> overview() {
    List<Axis> varying = axes.varying();
    if (varying.isEmpty()) {
      return Optional.empty();
    }
    if (varying.size() == 1) {
      return Optional.of(varying.get(0).numeric() ? line(varying.get(0)) : dots());
    }
    if (isListed(varying)) {
      return Optional.of(dots());
    }
    Optional<HeatMap> map = HeatMap.of(ranking, varying);
    if (map.isPresent()) {
      String name = fileName() + map.get().name();
      return Optional.of(Figures.figure(name, map.get().labels(), () -> map.get().svg()));
    }
    boolean flat = varying.size() == 2 && varying.stream().allMatch(Axis::numeric);
    return Optional.of(flat ? scatter(varying.get(0), varying.get(1)) : parallelCoordinates());
  }

  /** Whether it is a list of a few cases, of two keys with words, most of whose map were empty. */
  private boolean isListed(List<Axis> varying) {
    int configurations = ranking.standings().size();
    return varying.size() == 2
        && !varying.stream().allMatch(Axis::numeric)
        && configurations <= MOST_ROWS
        && 2 * configurations <= varying.get(0).values().size() * varying.get(1).values().size();
  }

  private String fileName() {
    return ranking.metric().name();
  }

  private String metric() {
    return SweepStory.words(ranking.metric());
  }

  private String mean() {
    return (input.repeats() > 1 ? "mean " : "") + metric() + " at the end";
  }

  private String plain(String markdown) {
    return markdown.replace("**", "").replace("`", "");
  }

  private Labels labels(String title, String horizontal, String vertical) {
    String answer = new SweepStory(ranking, axes, survey).answer();
    return new Labels(title, title + ". " + plain(answer), horizontal, vertical);
  }

  private Figure line(Axis axis) {
    Standing[] order = new Standing[axis.values().size()];
    ranking.standings().forEach(one -> order[axis.places()[one.configuration()]] = one);
    double[] x = axis.numbers();
    double[] middle = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int index = 0; index < x.length; index++) {
      boolean alone = order[index].sample().size() < 2;
      Optional<Interval> interval = order[index].interval();
      middle[index] = order[index].mean().orElse(Double.NaN);
      low[index] = interval.map(Interval::low).orElse(alone ? Double.NaN : middle[index]);
      high[index] = interval.map(Interval::high).orElse(alone ? Double.NaN : middle[index]);
    }
    Lines lines = new Lines(input.repeats() > 1 ? "mean" : metric(), x, middle, low, high, 0);
    String title = Story.capital(metric()) + " over " + name(axis);
    Labels labels = labels(title, axes(axis), mean());
    List<Shade> shades = shades(order, x, axis.logarithmic());
    return Figures.figure(
        fileName() + "_over_" + axis.shortName().replaceAll("[^A-Za-z0-9_]", ""),
        labels,
        () -> new LineFigure(labels, axis.logarithmic(), List.of(lines), shades).svg());
  }

  private static String axes(Axis axis) {
    return String.join(", in step with ", axis.keys().stream().limit(2).toList());
  }

  private static String name(Axis axis) {
    return axis.shortName().replace('_', ' ');
  }

  /** Neighbours that diverged, all or in part, each from and to half-way to the next. */
  private static List<Shade> shades(Standing[] order, double[] x, boolean logarithmic) {
    List<Shade> shades = new ArrayList<>();
    int from = 0;
    for (int index = 1; index <= order.length; index++) {
      if (index == order.length || state(order[index]) != state(order[from])) {
        if (state(order[from]) > 0) {
          double start = from == 0 ? x[0] : between(x[from - 1], x[from], logarithmic);
          double end =
              index == order.length ? x[index - 1] : between(x[index - 1], x[index], logarithmic);
          shades.add(new Shade(start, end, state(order[from]) == 2 ? "diverged" : "some diverged"));
        }
        from = index;
      }
    }
    return shades;
  }

  private static int state(Standing standing) {
    return standing.allDiverged() ? 2 : standing.count(Outcome.DIVERGED) > 0 ? 1 : 0;
  }

  private static double between(double low, double high, boolean logarithmic) {
    return logarithmic ? Math.sqrt(low) * Math.sqrt(high) : low / 2 + high / 2;
  }

  private Figure dots() {
    List<Standing> shown = ranking.standings().stream().limit(MOST_ROWS).toList();
    List<String> values =
        shown.stream()
            .map(one -> joined(", ", axis -> Axes.whole(axis.value(one.configuration()))))
            .toList();
    List<String> names = ShortTexts.of(values, LONGEST_NAME);
    List<Dots> rows =
        IntStream.range(0, shown.size())
            .mapToObj(index -> row(names.get(index), shown.get(index)))
            .toList();
    int left = ranking.standings().size() - rows.size();
    String more = left > 0 ? " (the best " + MOST_ROWS + ")" : "";
    String title = Story.capital(metric()) + " by " + joined(" and ", SweepFigures::name) + more;
    Labels labels = labels(title, mean(), joined(", ", Axis::key));
    return Figures.figure(
        fileName() + "_by_" + joined("_", Axis::shortName).replaceAll("[^A-Za-z0-9_]", ""),
        labels,
        () -> new DotFigure(labels, rows).svg());
  }

  private String joined(String between, Function<Axis, String> part) {
    return axes.varying().stream().map(part).collect(Collectors.joining(between));
  }

  private static Dots row(String name, Standing standing) {
    double[] values =
        standing.values().stream().flatMap(Optional::stream).mapToDouble(v -> v).toArray();
    Optional<Interval> interval = standing.interval();
    boolean whole = standing.tier() == Standing.Tier.FINISHED;
    return new Dots(
        name,
        values,
        standing.mean().orElse(Double.NaN),
        interval.map(Interval::low).orElse(Double.NaN),
        interval.map(Interval::high).orElse(Double.NaN),
        whole ? "" : standing.ended());
  }

  private List<String> ends() {
    double[] means =
        ranking.measured().stream().mapToDouble(one -> one.mean().orElseThrow()).toArray();
    double low = Arrays.stream(means).min().orElse(0);
    double high = Arrays.stream(means).max().orElse(1);
    return List.of(Digits.rounded(low, 3), Digits.rounded(high, 3));
  }

  private Figure scatter(Axis across, Axis up) {
    double[] xs = across.numbers();
    double[] ys = up.numbers();
    List<ScatterFigure.Spot> spots =
        thinned(MOST_SPOTS).stream()
            .map(
                one ->
                    new ScatterFigure.Spot(
                        xs[across.places()[one.configuration()]],
                        ys[up.places()[one.configuration()]],
                        one.mean().orElse(Double.NaN)))
            .toList();
    String title = Story.capital(metric()) + " over " + name(across) + " and " + name(up);
    Labels labels = labels(title + thinning(spots.size()), axes(across), axes(up));
    boolean[] logarithmic = {across.logarithmic(), up.logarithmic()};
    return Figures.figure(
        fileName() + "_scatter",
        labels,
        () -> new ScatterFigure(labels, logarithmic, spots, ends()).svg());
  }

  private String thinning(int shown) {
    return shown < ranking.standings().size() ? ", " + shown + " of them" : "";
  }

  /** The best configurations, and of the others a regular selection. */
  private List<Standing> thinned(int most) {
    List<Standing> all = ranking.standings();
    if (all.size() <= most) {
      return all;
    }
    int best = most / 10;
    List<Standing> thinned = new ArrayList<>(all.subList(0, best));
    int stride = (all.size() - best + most - best - 1) / (most - best);
    for (int index = best; index < all.size(); index += stride) {
      thinned.add(all.get(index));
    }
    return thinned;
  }

  private Figure parallelCoordinates() {
    List<Axis> shown = axes.varying().stream().limit(MOST_UPRIGHTS).toList();
    List<ParallelFigure.Upright> uprights = shown.stream().map(UprightAxis::of).toList();
    List<Mark> marks = thinned(MOST_MARKS).stream().map(one -> mark(one, shown)).toList();
    int best = Math.max(1, Math.min(10, ranking.measured().size() / 10));
    int left = axes.varying().size() - shown.size();
    String more = left > 0 ? "; " + Digits.counted(left, "more key") + " not shown" : "";
    String title =
        Story.capital(metric()) + " over " + Digits.counted(axes.varying().size(), "key");
    String what = "one line a configuration" + thinning(marks.size()) + more;
    Labels labels = labels(title, what, Axes.cut(metric(), LONGEST_TITLE));
    return Figures.figure(
        fileName() + "_parallel",
        labels,
        () -> new ParallelFigure(labels, uprights, marks, best).svg());
  }

  private static Mark mark(Standing standing, List<Axis> shown) {
    double[] places =
        shown.stream()
            .mapToDouble(axis -> UprightAxis.place(axis, axis.places()[standing.configuration()]))
            .toArray();
    double value = standing.mean().orElse(Double.NaN);
    return new Mark(places, value, standing.allDiverged());
  }
}
