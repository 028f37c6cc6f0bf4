package lockstep.report.figure;

import lockstep.data.Part;

/**
 * One curve over the epochs.
 *
 * @param name its name in the legend
 * @param values one a completed epoch, from epoch 0; what is not finite leaves a gap
 * @param colour which colour of the palette, from 0
 * @param part which samples it is about, which decides how the line is broken
 */
public record Series(String name, double[] values, int colour, Part part) {
  /** Copies the values. */
  public Series {
    values = values.clone();
  }

  /** The lengths of dashes and gaps; empty for a line without gaps. */
  String dashes() {
    return switch (part) {
      case TRAIN -> "";
      case VALIDATION -> "1.5 4";
      case TEST -> "7 4";
    };
  }

  /** What its epochs are marked with where they are few. */
  Marker marker() {
    return switch (part) {
      case TRAIN -> Marker.CIRCLE;
      case VALIDATION -> Marker.TRIANGLE;
      case TEST -> Marker.SQUARE;
    };
  }
}
