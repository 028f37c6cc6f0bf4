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
  public record Level(double value, String label) {}

  /**
   * An epoch to point at.
   *
   * @param epoch which
   * @param label what happened
   */
  public record Moment(int epoch, String label) {}

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
