package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Configurations of many keys: an upright axis for each key and one for the result, and a line
 * across them for each configuration. The best ones stand out.
 *
 * @param labels titles; the vertical one names the result
 * @param axes what is written at each axis but that of the result
 * @param marks the configurations, the best first
 * @param best how many of them stand out
 */
public record ParallelFigure(Labels labels, List<Upright> axes, List<Mark> marks, int best) {
  private static final double HEIGHT = 420;
  private static final double TITLES = 18;
  private static final double ABOVE = 22;
  private static final String DASHES = "5 3";

  /**
   * An upright axis.
   *
   * @param title what is written above it
   * @param ticks what is written along it, with its place from 0 to 1
   */
  public record Upright(String title, List<Label> ticks) {
    /** Copies the list. */
    public Upright {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * What is written at a place.
   *
   * @param place from 0 to 1
   * @param text what
   */
  public record Label(double place, String text) {}

  /** Copies the lists. */
  public ParallelFigure {
    axes = List.copyOf(axes);
    marks = List.copyOf(marks);
  }

  /** The figure as SVG text. */
  public String svg() {
    Legend legend = new Legend(labels.title(), entries());
    Range result = Range.around(marks.stream().mapToDouble(Mark::value).toArray());
    Range unit = new Range(-0.06, 1.14, false, List.of());
    Frame.Size size = new Frame.Size(HEIGHT, legend.footer(), false);
    Frame frame = new Frame(labels, new Range(0, 1, false, List.of()), unit, size).begin();
    frame.text(Paint.INK, Frame.EDGE, 27, labels.title(), "font-size", "16", "font-weight", "600");
    frame.text(Paint.MUTED, Frame.EDGE, 52, labels.horizontal());
    lines(frame, result, false, true, Paint.LINE_1, "0.5");
    lines(frame, result, false, false, Paint.MARK, "0.35");
    lines(frame, result, true, false, Paint.LINE_0, "0.9");
    uprights(frame, result);
    legend.draw(frame);
    return frame.end();
  }

  private double x(Frame frame, int axis) {
    double left = frame.left() + TITLES;
    double right = Frame.RIGHT - 52;
    return left + (right - left) * axis / axes.size();
  }

  private void lines(
      Frame frame, Range result, boolean standsOut, boolean diverged, Paint paint, String opacity) {
    StringBuilder path = new StringBuilder();
    for (int index = 0; index < marks.size(); index++) {
      Mark mark = marks.get(index);
      boolean out = index < best && mark.measured();
      if (out == standsOut && mark.diverged() == diverged && (diverged || mark.measured())) {
        append(path, frame, result, mark);
      }
    }
    if (!path.isEmpty()) {
      String width = standsOut ? "2" : "1";
      String dashes = diverged ? DASHES : "none";
      frame.path(
          paint,
          path.toString(),
          "stroke-width",
          width,
          "opacity",
          opacity,
          "stroke-dasharray",
          dashes);
    }
  }

  private void append(StringBuilder path, Frame frame, Range result, Mark mark) {
    for (int axis = 0; axis < axes.size(); axis++) {
      double x = x(frame, axis);
      double y = frame.y(mark.places()[axis]);
      path.append(axis == 0 ? Frame.move(x, y) : Frame.line(x, y));
    }
    double end = mark.measured() ? result.fraction(mark.value()) : 1.08;
    path.append(Frame.line(x(frame, axes.size()), frame.y(end)));
  }

  private void uprights(Frame frame, Range result) {
    for (int axis = 0; axis < axes.size(); axis++) {
      upright(frame, x(frame, axis), axes.get(axis).title(), axis == 0 ? "start" : "middle");
      for (Label label : axes.get(axis).ticks()) {
        label(frame, x(frame, axis), label);
      }
    }
    double x = x(frame, axes.size());
    String scale = result.logarithmic() ? " (log)" : "";
    upright(frame, x, labels.vertical() + scale, "middle");
    for (Tick tick : result.ticks()) {
      label(frame, x, new Label(result.fraction(tick.value()), tick.label()));
    }
    if (marks.stream().anyMatch(mark -> mark.diverged() && !mark.measured())) {
      frame.haloed(x + 6, frame.y(1.08) + 4.5, "diverged", "start");
    }
  }

  private static void upright(Frame frame, double x, String title, String anchor) {
    String line = Frame.move(x, frame.y(0)) + "V" + Svg.number(frame.y(1));
    frame.path(Paint.AXIS, line, "stroke-width", "1.2");
    double y = frame.y(0) + ABOVE;
    double start = anchor.equals("start") ? x - TITLES : x;
    frame.text(Paint.INK, start, y, title, "text-anchor", anchor, "font-weight", "600");
  }

  private static void label(Frame frame, double x, Label label) {
    frame.haloed(x + 6, frame.y(label.place()) + 4.5, label.text(), "start");
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(entry(best == 1 ? "best" : "best " + best, Paint.LINE_0, "2", "none"));
    if (marks.stream().filter(Mark::measured).count() > best) {
      entries.add(entry("others", Paint.MARK, "1", "none"));
    }
    if (marks.stream().anyMatch(Mark::diverged)) {
      entries.add(entry("diverged", Paint.LINE_1, "1", DASHES));
    }
    return entries;
  }

  private static Legend.Entry entry(String name, Paint paint, String width, String dashes) {
    return new Legend.Entry(
        name,
        (frame, x, y) ->
            frame.path(
                paint,
                Frame.move(x, y) + "h26",
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes));
  }
}
