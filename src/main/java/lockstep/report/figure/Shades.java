package lockstep.report.figure;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.util.FastMath;

/**
 * Numbers as colours, from dark for low to bright for high ones. The colours are steps of van der
 * Walt and Smith's viridis (2015): even to the eye, in grey and to colour-blind readers too.
 *
 * @param low the lowest number
 * @param high the highest
 * @param logarithmic whether equal steps are equal factors
 */
record Shades(double low, double high, boolean logarithmic) {
  static final int LEVELS = 24;
  private static final int[] ANCHORS = {
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725
  };
  private static final int FIRST_BRIGHT = 15;
  private static final double LINEAR_FACTOR = 10;
  private static final double STEP = 7;

  /** A scale for numbers of which some may not be drawable. */
  static Shades around(double[] values) {
    double[] bounds = Range.bounds(values);
    boolean wide = bounds[0] > 0 && bounds[1] / bounds[0] > LINEAR_FACTOR;
    return new Shades(bounds[0], bounds[1], wide);
  }

  /** The step of a number, from 0. */
  int level(double value) {
    if (!(high > low)) {
      return LEVELS / 2;
    }
    double shown = Math.max(low, Math.min(high, value));
    double share =
        logarithmic
            ? FastMath.log(shown / low) / FastMath.log(high / low)
            : (shown - low) / (high - low);
    return Math.min(LEVELS - 1, (int) (share * LEVELS));
  }

  /** The colour of a step. */
  static String colour(int level) {
    int position = level * (ANCHORS.length - 1);
    int anchor = Math.min(position / (LEVELS - 1), ANCHORS.length - 2);
    int rest = position - anchor * (LEVELS - 1);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = ANCHORS[anchor] >> shift & 0xff;
      int to = ANCHORS[anchor + 1] >> shift & 0xff;
      mixed |= (from * (LEVELS - 1 - rest) + to * rest) / (LEVELS - 1) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", mixed);
  }

  /** The colour of text on a step. */
  static String ink(int level) {
    return level < FIRST_BRIGHT ? "#ffffff" : "#1f2328";
  }

  /**
   * Draws the colours with the ends of the scale, and how missing values are drawn.
   *
   * @param y the middle of the line, in pixels
   * @param ends the texts of the lowest and highest number
   * @param marks what else is drawn: its sample and its words
   */
  void legend(Frame frame, double y, List<String> ends, List<Legend.Entry> marks) {
    double x = frame.left();
    frame.text(Paint.INK, x, y + 4.5, ends.get(0));
    x += 7.2 * ends.get(0).length() + 8;
    for (int level = 0; level < LEVELS; level++) {
      String[] place = {
        "x", Svg.number(x), "y", Svg.number(y - 7), "width", Svg.number(STEP + 0.5)
      };
      frame
          .svg()
          .leaf(
              "rect",
              place[0],
              place[1],
              place[2],
              place[3],
              place[4],
              place[5],
              "height",
              "14",
              "fill",
              colour(level));
      x += STEP;
    }
    String high = ends.get(1) + (logarithmic ? " (logarithmic)" : "");
    frame.text(Paint.INK, x + 8, y + 4.5, high);
    x += 8 + 7.2 * high.length() + 24;
    for (Legend.Entry mark : marks) {
      mark.sample().draw(frame, x, y);
      frame.text(Paint.INK, x + 24, y + 4.5, mark.name());
      x += 24 + 7.2 * mark.name().length() + 20;
    }
  }
}
