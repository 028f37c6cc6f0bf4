package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Configurations of two numbers, with their results as colours.
 *
 * @param labels titles and units
 * @param logarithmic whether the horizontal and the vertical axis are
 * @param spots the configurations, the best first
 * @param ends the lowest and the highest result, for the legend
 */
public record ScatterFigure(
    Labels labels, boolean[] logarithmic, List<Spot> spots, List<String> ends) {
  private static final double HEIGHT = 470;
  private static final double FOOTER = 34;

  /**
   * A configuration.
   *
   * @param x its first number
   * @param y its second number
   * @param value its result; NaN if it has none
   */
  public record Spot(double x, double y, double value) {}

  /** Copies. */
  public ScatterFigure {
    logarithmic = logarithmic.clone();
    spots = List.copyOf(spots);
    ends = List.copyOf(ends);
  }

  /** The figure as SVG text. */
  public String svg() {
    Range horizontal = Range.spaced(spots.stream().mapToDouble(Spot::x).toArray(), logarithmic[0]);
    Range vertical = Range.spaced(spots.stream().mapToDouble(Spot::y).toArray(), logarithmic[1]);
    Frame.Size size = new Frame.Size(HEIGHT, FOOTER, false);
    Frame frame = new Frame(labels, horizontal, vertical, size).begin().axes();
    Shades shades = Shades.around(spots.stream().mapToDouble(Spot::value).toArray());
    crosses(frame);
    for (int level = 0; level < Shades.LEVELS; level++) {
      dots(frame, shades, level);
    }
    best(frame);
    shades.legend(frame, frame.below() + 10, ends, marks());
    return frame.baseline().end();
  }

  private void dots(Frame frame, Shades shades, int level) {
    StringBuilder path = new StringBuilder();
    for (Spot spot : spots) {
      if (Range.drawable(spot.value()) && shades.level(spot.value()) == level) {
        path.append(Marker.CIRCLE.at(frame.x(spot.x()), frame.y(spot.y())));
      }
    }
    if (!path.isEmpty()) {
      String[] style = {"class", Paint.BOUNDARY.cssClass(), "stroke-width", "0.4"};
      frame
          .svg()
          .leaf(
              "path",
              style[0],
              style[1],
              style[2],
              style[3],
              "fill",
              Shades.colour(level),
              "d",
              path.toString());
    }
  }

  private void crosses(Frame frame) {
    StringBuilder path = new StringBuilder();
    for (Spot spot : spots) {
      if (!Range.drawable(spot.value())) {
        path.append(Frame.move(frame.x(spot.x()) - 3, frame.y(spot.y()) - 3));
        path.append("l6 6m0-6l-6 6");
      }
    }
    if (!path.isEmpty()) {
      frame.path(Paint.MARK, path.toString(), "stroke-width", "1.2");
    }
  }

  private void best(Frame frame) {
    Spot first = spots.get(0);
    if (Range.drawable(first.value())) {
      String ring = "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z";
      String path = Frame.move(frame.x(first.x()), frame.y(first.y())) + ring;
      frame.path(Paint.BOUNDARY, path, "stroke-width", "2");
    }
  }

  private List<Legend.Entry> marks() {
    List<Legend.Entry> marks = new ArrayList<>();
    marks.add(
        new Legend.Entry(
            "best",
            (frame, x, y) ->
                frame.path(Paint.BOUNDARY, Marker.RING.at(x + 12, y), "stroke-width", "2")));
    if (spots.stream().anyMatch(spot -> !Range.drawable(spot.value()))) {
      marks.add(
          new Legend.Entry(
              "diverged or no value",
              (frame, x, y) ->
                  frame.path(
                      Paint.MARK,
                      Frame.move(x + 9, y - 3) + "l6 6m0-6l-6 6",
                      "stroke-width",
                      "1.2")));
    }
    return marks;
  }
}
