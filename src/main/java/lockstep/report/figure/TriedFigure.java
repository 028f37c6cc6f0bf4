package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values that were tried, with what came of each; one row each, the first on top.
 *
 * @param labels titles and units
 * @param logarithmic whether the horizontal axis is
 * @param rows what was tried, at least one
 */
public record TriedFigure(Labels labels, boolean logarithmic, List<Tried> rows) {
  private static final double ROW = 26;
  private static final double AROUND = 130;

  /** Copies the list. */
  public TriedFigure {
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
    DoubleStream values =
        rows.stream()
            .flatMapToDouble(
                row -> DoubleStream.concat(stream(row.stable()), stream(row.unstable())));
    return Range.spaced(values.toArray(), logarithmic);
  }

  private static DoubleStream stream(double[] values) {
    return Arrays.stream(values);
  }

  private Range vertical() {
    List<String> names = new ArrayList<>(rows.stream().map(Tried::name).toList());
    Collections.reverse(names);
    return Range.places(names, 1);
  }

  private static void draw(Frame frame, Tried row, double y) {
    stable(frame, marks(Marker.CIRCLE, frame, row.stable(), y));
    unstable(frame, marks(Marker.TRIANGLE, frame, row.unstable(), y));
    if (Range.drawable(row.found())) {
      found(frame, frame.x(row.found()), y);
    }
  }

  private static String marks(Marker marker, Frame frame, double[] values, double y) {
    StringBuilder marks = new StringBuilder();
    for (double value : values) {
      marks.append(marker.at(frame.x(value), y));
    }
    return marks.toString();
  }

  private static void stable(Frame frame, String marks) {
    if (!marks.isEmpty()) {
      frame.path(Paint.fill(0), Paint.HALO, marks, "0.7");
    }
  }

  private static void unstable(Frame frame, String marks) {
    if (!marks.isEmpty()) {
      frame.path(Paint.fill(1), Paint.HALO, marks, "0.7");
    }
  }

  /** An upright line through the row. */
  private static void found(Frame frame, double x, double y) {
    frame.path(Paint.BOUNDARY, Frame.move(x, y - 9) + "v18", "stroke-width", "1.5");
  }

  private List<Legend.Entry> entries() {
    return List.of(
        new Legend.Entry("stable", (frame, x, y) -> stable(frame, Marker.CIRCLE.at(x + 18, y))),
        new Legend.Entry(
            "not stable", (frame, x, y) -> unstable(frame, Marker.TRIANGLE.at(x + 18, y))),
        new Legend.Entry("largest stable", (frame, x, y) -> found(frame, x + 18, y)));
  }
}
