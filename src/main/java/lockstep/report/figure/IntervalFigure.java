package lockstep.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lockstep.statistics.Interval;

/**
 * Some values with their mean and its interval, a row for each group.
 *
 * @param labels titles and units
 * @param rows the groups from top to bottom, at least one
 * @param reference a value to hold them against, as a vertical line
 */
public record IntervalFigure(Labels labels, List<Row> rows, OptionalDouble reference) {
  /** More rows are not legible. */
  public static final int MOST_ROWS = 40;

  private static final double ROW = 30;
  private static final double AROUND = 124;
  private static final double LEAST_HEIGHT = 190;
  private static final int LONGEST_NAME = 34;
  private static final double MARGIN = 0.04;
  private static final String DASHES = "3 4";

  /**
   * A group.
   *
   * @param name what it is called
   * @param values its values; those that cannot be drawn are left out
   * @param mean their mean
   * @param interval the interval of the expected value
   * @param remark what else there is to say, as that some diverged; may be empty
   * @param colour which colour of the palette, from 0
   */
  public record Row(
      String name,
      List<Double> values,
      OptionalDouble mean,
      Optional<Interval> interval,
      String remark,
      int colour) {
    /** Copies the values. */
    public Row {
      values = values.stream().filter(Range::drawable).toList();
    }

    private DoubleStream extent() {
      DoubleStream ends =
          interval.stream().flatMapToDouble(one -> DoubleStream.of(one.low(), one.high()));
      return DoubleStream.concat(
          DoubleStream.concat(values.stream().mapToDouble(Double::doubleValue), ends),
          mean.stream());
    }
  }

  /** Copies the rows, of which only the first {@value #MOST_ROWS} are drawn. */
  public IntervalFigure {
    rows = List.copyOf(rows.subList(0, Math.min(MOST_ROWS, rows.size())));
  }

  /** The figure as SVG text. */
  public String svg() {
    double height = Math.max(LEAST_HEIGHT, AROUND + ROW * rows.size());
    Frame.Size size = new Frame.Size(height, 0, false);
    Frame frame = new Frame(titles(), horizontal(), names(), size).begin().axes();
    reference.ifPresent(value -> line(frame, value));
    for (int row = 0; row < rows.size(); row++) {
      draw(frame, rows.get(row), place(row));
    }
    return frame.baseline().end();
  }

  private Labels titles() {
    String scale = horizontal().logarithmic() ? ", logarithmic" : "";
    return new Labels(
        labels.title(), labels.description(), labels.horizontal() + scale, labels.vertical());
  }

  private Range horizontal() {
    double[] shown =
        DoubleStream.concat(rows.stream().flatMapToDouble(Row::extent), reference.stream())
            .toArray();
    Range around = Range.around(shown);
    return around.logarithmic() ? around : Range.padded(Range.bounds(shown), MARGIN, 0);
  }

  /** A vertical axis with a name for each row, the first on top. */
  private Range names() {
    List<String> names = ShortTexts.of(rows.stream().map(Row::name).toList(), LONGEST_NAME);
    List<Tick> ticks =
        IntStream.range(0, names.size())
            .mapToObj(row -> new Tick(place(row), names.get(row)))
            .toList();
    return new Range(0, rows.size(), false, ticks);
  }

  private double place(int row) {
    return rows.size() - row - 0.5;
  }

  private static void line(Frame frame, double value) {
    String path = Frame.move(frame.x(value), frame.top()) + "V" + Svg.number(frame.bottom());
    frame.path(Paint.MARK, path, "stroke-width", "1.5", "stroke-dasharray", DASHES);
  }

  private static void draw(Frame frame, Row row, double place) {
    double y = frame.y(place);
    dots(frame, row, y);
    row.interval().ifPresent(interval -> bar(frame, row, interval, y));
    row.mean()
        .ifPresent(
            mean ->
                frame.path(
                    Paint.fill(row.colour()),
                    Paint.BOUNDARY,
                    Marker.DIAMOND.at(frame.x(mean), y),
                    "1"));
    if (!row.remark().isEmpty()) {
      frame.haloed(frame.right() - 4, y - 7, row.remark(), "end");
    }
  }

  private static void dots(Frame frame, Row row, double y) {
    StringBuilder path = new StringBuilder();
    row.values().forEach(value -> path.append(Frame.move(frame.x(value), y - 5)).append("v10"));
    if (!path.isEmpty()) {
      frame.path(Paint.line(row.colour()), path.toString(), "stroke-width", "1", "opacity", "0.5");
    }
  }

  private static void bar(Frame frame, Row row, Interval interval, double y) {
    double from = frame.x(interval.low());
    double to = frame.x(interval.high());
    String ends = Frame.move(from, y - 4) + "v8" + Frame.move(to, y - 4) + "v8";
    String path = Frame.move(from, y) + "H" + Svg.number(to) + ends;
    frame.path(Paint.line(row.colour()), path, "stroke-width", "2.5");
  }
}
