package lockstep.report.figure;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn on top of curves.
 *
 * @param level a value to compare with, as a labelled horizontal line
 * @param moment an epoch to point at, as a labelled vertical line
 * @param spots single values to compare with, as hollow circles
 * @param origin where the spots come from, for the legend
 */
public record Annotations(
    Optional<Level> level, Optional<Moment> moment, List<Spot> spots, String origin) {
  /** Nothing on top. */
  public static final Annotations NONE =
      new Annotations(Optional.empty(), Optional.empty(), List.of(), "");

  /**
   * A value to compare with.
   *
   * @param value where
   * @param label what it is
   */
  public record Level(double value, String label) {
    private static final String DASHES = "3 4";

    void draw(Frame frame) {
      String path = Frame.move(frame.left(), frame.y(value)) + "H" + Svg.number(frame.right());
      frame.path(Paint.MARK, path, "stroke-width", "1.5", "stroke-dasharray", DASHES);
    }

    void label(Frame frame) {
      double y = frame.y(value) - 7;
      double inside = y < frame.top() + 12 ? y + 22 : y;
      frame.haloed(frame.left() + 8, inside, label, "start");
    }
  }

  /**
   * An epoch to point at.
   *
   * @param epoch which
   * @param label what happened
   */
  public record Moment(int epoch, String label) {
    private static final String DASHES = "7 4";

    void draw(Frame frame) {
      String path = Frame.move(frame.x(epoch), frame.top()) + "V" + Svg.number(frame.bottom());
      frame.path(Paint.MARK, path, "stroke-width", "1.5", "stroke-dasharray", DASHES);
    }

    void label(Frame frame) {
      double x = frame.x(epoch);
      boolean before = x > (frame.left() + frame.right()) / 2;
      String anchor = before ? "end" : "start";
      double place = before ? x - 8 : x + 8;
      frame.haloed(place, frame.top() + 14, label, anchor);
    }
  }

  /**
   * A single value to compare with.
   *
   * @param epoch when
   * @param value how much
   */
  public record Spot(int epoch, double value) {}

  /** Copies the list. */
  public Annotations {
    spots = List.copyOf(spots);
  }

  /** Those that have a place in a figure. */
  Annotations drawable() {
    return new Annotations(
        level.filter(one -> Range.drawable(one.value())),
        moment,
        spots.stream().filter(one -> Range.drawable(one.value())).toList(),
        origin);
  }
}
