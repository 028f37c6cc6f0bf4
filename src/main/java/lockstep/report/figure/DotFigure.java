package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Means with their intervals and single values, one row each, the first on top.
 *
 * @param labels titles and units
 * @param rows what is compared, at least one
 */
public record DotFigure(Labels labels, List<Dots> rows) {
  private static final double ROW = 26;
  private static final double AROUND = 130;
  private static final String MEAN = "m0-6.5l5 6.5l-5 6.5l-5-6.5z";

  /** Copies the list. */
  public DotFigure {
    rows = List.copyOf(rows);
  }

  /** The figure as SVG text. */
  public String svg() {
    Legend legend = new Legend(labels.title(), entries());
    Frame.Size size = new Frame.Size(AROUND + ROW * rows.size(), legend.footer(), false);
    Frame frame = new Frame(labels, horizontal(), vertical(), size).begin().axes();
    for (int row = 0; row < rows.size(); row++) {
      draw(frame, rows.get(row), frame.y(rows.size() - 1 - row));
    }
    legend.draw(frame);
    return frame.baseline().end();
  }

  private Range horizontal() {
    DoubleStream values = rows.stream().flatMapToDouble(row -> Arrays.stream(row.values()));
    double[] middles = values.filter(Range::drawable).toArray();
    if (Range.around(middles).logarithmic()) {
      return Range.spaced(middles, true);
    }
    DoubleStream ends =
        rows.stream().flatMapToDouble(row -> DoubleStream.of(row.low(), row.high()));
    double[] bounds = Range.bounds(middles);
    double room = bounds[1] - bounds[0];
    DoubleStream shown =
        ends.filter(Range::drawable)
            .map(end -> Math.max(bounds[0] - room, Math.min(bounds[1] + room, end)));
    return Range.spaced(DoubleStream.concat(Arrays.stream(middles), shown).toArray(), false);
  }

  private Range vertical() {
    List<String> names = new ArrayList<>(rows.stream().map(Dots::name).toList());
    Collections.reverse(names);
    return Range.places(names, 1);
  }

  private static void draw(Frame frame, Dots row, double y) {
    StringBuilder values = new StringBuilder();
    for (double value : row.values()) {
      values.append(Range.drawable(value) ? Marker.CIRCLE.at(frame.x(value), y) : "");
    }
    if (!values.isEmpty() && row.values().length > 1) {
      frame.path(Paint.fill(0), values.toString(), "opacity", "0.35");
    }
    if (Range.drawable(row.low()) && Range.drawable(row.high())) {
      String bar = Frame.move(frame.x(row.low()), y) + "H" + Svg.number(frame.x(row.high()));
      frame.path(Paint.line(0), bar, "stroke-width", "2");
    }
    if (Range.drawable(row.mean())) {
      frame.path(Paint.fill(0), Paint.HALO, mean(frame.x(row.mean()), y), "0.7");
    }
    if (!row.note().isEmpty()) {
      boolean right = !Range.drawable(row.mean()) || frame.x(row.mean()) < middle(frame);
      double x = right ? frame.right() - 6 : frame.left() + 6;
      frame.haloed(x, y + 4.5, row.note(), right ? "end" : "start");
    }
  }

  private static String mean(double x, double y) {
    return Frame.move(x, y) + MEAN;
  }

  private static double middle(Frame frame) {
    return (frame.left() + frame.right()) / 2;
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    Legend.Sample mean =
        (frame, x, y) -> frame.path(Paint.fill(0), Paint.HALO, mean(x + 18, y), "0.7");
    entries.add(new Legend.Entry("mean", mean));
    if (rows.stream().anyMatch(row -> row.values().length > 1)) {
      Legend.Sample single =
          (frame, x, y) ->
              frame.path(Paint.fill(0), Marker.CIRCLE.at(x + 18, y), "opacity", "0.35");
      entries.add(new Legend.Entry("single runs", single));
      Legend.Sample bar =
          (frame, x, y) -> frame.path(Paint.line(0), Frame.move(x, y) + "h26", "stroke-width", "2");
      entries.add(new Legend.Entry("95 % interval", bar));
    }
    return entries;
  }
}
