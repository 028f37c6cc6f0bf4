package lockstep.report.figure;

import java.util.Arrays;

/**
 * A curve over numbers, with an interval around each of its points.
 *
 * @param name its name in the legend
 * @param x where, ascending
 * @param middle the curve; what cannot be drawn leaves a gap
 * @param low the lower ends of the intervals; NaN where there is none
 * @param high the upper ends
 * @param colour which colour of the palette, from 0
 */
public record Lines(
    String name, double[] x, double[] middle, double[] low, double[] high, int colour) {
  /** Checks the lengths and copies. */
  public Lines {
    if (x.length != middle.length || x.length != low.length || x.length != high.length) {
      throw new IllegalArgumentException(x.length + " places, " + middle.length + " values");
    }
    x = x.clone();
    middle = middle.clone();
    low = low.clone();
    high = high.clone();
  }

  /** A curve without intervals. */
  public static Lines plain(String name, double[] x, double[] middle, int colour) {
    double[] none = new double[x.length];
    Arrays.fill(none, Double.NaN);
    return new Lines(name, x, middle, none, none, colour);
  }

  boolean hasInterval() {
    return Arrays.stream(low).anyMatch(Range::drawable);
  }
}
