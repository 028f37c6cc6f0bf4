package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.DoubleStream;

/**
 * Curves over a number, such as a swept one, with bands for intervals. Long curves are thinned so
 * that no extreme is lost.
 *
 * @param labels titles and units
 * @param logarithmic whether the horizontal axis is
 * @param lines the curves
 * @param shades marked parts of the axis
 */
public record LineFigure(
    Labels labels, boolean logarithmic, List<Lines> lines, List<Shade> shades) {
  private static final double HEIGHT = 380;
  private static final int GROUPS = 300;
  private static final int MOST_MARKED = 60;
  private static final double WIDEST_INTERVAL = 0.75;
  private static final double LABEL = 70;

  /** Copies the lists. */
  public LineFigure {
    lines = List.copyOf(lines);
    shades = List.copyOf(shades);
  }

  /** The figure as SVG text. */
  public String svg() {
    Legend legend = new Legend(labels.title(), entries());
    Frame.Size size = new Frame.Size(HEIGHT, legend.footer(), false);
    Frame frame = new Frame(labels, horizontal(), vertical(), size).begin().axes();
    shades.forEach(shade -> frame.band(left(frame, shade), right(frame, shade)));
    lines.forEach(one -> band(frame, one));
    lines.forEach(one -> curve(frame, one));
    shades.forEach(shade -> label(frame, shade));
    legend.draw(frame);
    return frame.baseline().end();
  }

  private Range horizontal() {
    double[] x = lines.stream().flatMapToDouble(one -> Arrays.stream(one.x())).toArray();
    return Range.spaced(x, logarithmic);
  }

  /** Of intervals only as much is shown as leaves the means their room. */
  private Range vertical() {
    double[] middles =
        lines.stream()
            .flatMapToDouble(one -> Arrays.stream(one.middle()))
            .filter(Range::drawable)
            .toArray();
    Range alone = Range.around(middles);
    double[] bounds = Range.bounds(middles);
    double room = WIDEST_INTERVAL * (bounds[1] - bounds[0]);
    double least = alone.logarithmic() ? bounds[0] / 3 : bounds[0] - room;
    double most = alone.logarithmic() ? bounds[1] * 3 : bounds[1] + room;
    boolean flat = room == 0;
    DoubleStream ends =
        lines.stream()
            .flatMapToDouble(one -> DoubleStream.concat(stream(one.low()), stream(one.high())))
            .filter(Range::drawable)
            .map(end -> flat ? end : Math.max(least, Math.min(most, end)));
    double[] all = DoubleStream.concat(Arrays.stream(middles), ends).toArray();
    return alone.logarithmic() ? Range.around(all) : Range.linear(all);
  }

  private static DoubleStream stream(double[] values) {
    return Arrays.stream(values);
  }

  private static void band(Frame frame, Lines one) {
    StringBuilder area = new StringBuilder();
    StringBuilder bars = new StringBuilder();
    for (Run run : Run.of(one.low(), true)) {
      if (run.length() == 1) {
        double x = frame.x(one.x()[run.from()]);
        bars.append(Frame.move(x, frame.y(one.low()[run.from()])));
        bars.append('V').append(Svg.number(frame.y(one.high()[run.from()])));
      } else {
        append(area, frame, one, run);
      }
    }
    frame.svg().open("g", "opacity", "0.22");
    if (!area.isEmpty()) {
      frame.path(Paint.fill(one.colour()), area.toString());
    }
    if (!bars.isEmpty()) {
      frame.path(Paint.line(one.colour()), bars.toString(), "stroke-width", "5");
    }
    frame.svg().close("g");
  }

  private static void append(StringBuilder area, Frame frame, Lines one, Run run) {
    List<Integer> kept = new ArrayList<>(thinned(one.low(), run));
    char command = 'M';
    for (int index : kept) {
      area.append(command).append(place(frame, one.x()[index], one.low()[index]));
      command = 'L';
    }
    List<Integer> back = new ArrayList<>(thinned(one.high(), run));
    for (int position = back.size() - 1; position >= 0; position--) {
      int index = back.get(position);
      area.append('L').append(place(frame, one.x()[index], one.high()[index]));
    }
    area.append('Z');
  }

  private static SortedSet<Integer> thinned(double[] values, Run run) {
    return run.thinned(values, GROUPS);
  }

  private static String place(Frame frame, double x, double y) {
    return Svg.number(frame.x(x)) + " " + Svg.number(frame.y(y));
  }

  private static void curve(Frame frame, Lines one) {
    StringBuilder path = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (Run run : Run.of(one.middle(), true)) {
      boolean first = true;
      for (int index : thinned(one.middle(), run)) {
        double x = frame.x(one.x()[index]);
        double y = frame.y(one.middle()[index]);
        path.append(first ? Frame.move(x, y) : Frame.line(x, y));
        marks.append(Marker.CIRCLE.at(x, y));
        first = false;
      }
    }
    style(frame, one, path.toString());
    if (one.x().length <= MOST_MARKED && !marks.isEmpty()) {
      frame.path(Paint.fill(one.colour()), marks.toString());
    }
  }

  private static void style(Frame frame, Lines one, String path) {
    frame.path(
        Paint.line(one.colour()),
        path,
        "stroke-width",
        "2",
        "stroke-linejoin",
        "round",
        "stroke-linecap",
        "round");
  }

  private static double left(Frame frame, Shade shade) {
    return Math.max(frame.left(), frame.x(shade.from()));
  }

  private static double right(Frame frame, Shade shade) {
    return Math.max(left(frame, shade) + 3, Math.min(frame.right(), frame.x(shade.to())));
  }

  private static void label(Frame frame, Shade shade) {
    double from = left(frame, shade);
    double to = right(frame, shade);
    double y = frame.top() + 14;
    if (to - from >= LABEL) {
      frame.haloed((from + to) / 2, y, shade.label(), "middle");
    } else if (from - frame.left() > LABEL) {
      frame.haloed(from - 6, y, shade.label(), "end");
    } else {
      frame.haloed(to + 6, y, shade.label(), "start");
    }
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Lines one : lines) {
      Legend.Sample line = (frame, x, y) -> style(frame, one, Frame.move(x, y) + "h26");
      entries.add(new Legend.Entry(one.name(), line));
    }
    lines.stream()
        .filter(Lines::hasInterval)
        .findFirst()
        .ifPresent(one -> entries.add(new Legend.Entry("95 % interval", sample(one))));
    return entries;
  }

  private static Legend.Sample sample(Lines one) {
    return (frame, x, y) -> {
      frame.svg().open("g", "opacity", "0.22");
      String path = Frame.move(x, y) + "h26";
      frame.path(Paint.line(one.colour()), path, "stroke-width", "10");
      frame.svg().close("g");
    };
  }
}
