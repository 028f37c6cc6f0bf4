package lockstep.report.figure;

/**
 * A configuration in a figure of all of them.
 *
 * @param places where it lies on each axis, from 0 to 1
 * @param value its result; NaN if it has none
 * @param diverged whether it has none because it diverged
 */
public record Mark(double[] places, double value, boolean diverged) {
  /** Copies the places. */
  public Mark {
    places = places.clone();
  }

  boolean measured() {
    return Range.drawable(value);
  }
}
