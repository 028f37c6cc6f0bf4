package lockstep.report.figure;

import java.util.ArrayList;
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
  private static final double CHARACTER = 7.2;
  private static final double SAMPLE = 24;
  private static final double FOOTER = 34;
  private static final double LINE = 22;

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

  /** The height that the legend needs, in pixels. */
  double footer(double left, List<String> ends, List<Legend.Entry> marks) {
    List<Spot> spots = spots(start(left, ends, marks), ends, marks);
    return FOOTER + LINE * (spots.isEmpty() ? 0 : spots.get(spots.size() - 1).row());
  }

  /**
   * Draws the colours with the ends of the scale, and how missing values are drawn.
   *
   * @param y the middle of the first line, in pixels
   * @param ends the texts of the lowest and highest number
   * @param marks what else is drawn: its sample and its words
   */
  void legend(Frame frame, double y, List<String> ends, List<Legend.Entry> marks) {
    double start = start(frame.left(), ends, marks);
    double x = start;
    frame.text(Paint.INK, x, y + 4.5, ends.get(0));
    x += CHARACTER * ends.get(0).length() + 8;
    for (int level = 0; level < LEVELS; level++) {
      frame.svg().leaf("rect", step(x, y - 7, level));
      x += STEP;
    }
    frame.text(Paint.INK, x + 8, y + 4.5, high(ends));
    List<Spot> spots = spots(start, ends, marks);
    for (int mark = 0; mark < marks.size(); mark++) {
      double middle = y + LINE * spots.get(mark).row();
      marks.get(mark).sample().draw(frame, spots.get(mark).x(), middle);
      frame.text(Paint.INK, spots.get(mark).x() + SAMPLE, middle + 4.5, marks.get(mark).name());
    }
  }

  private static String[] step(double x, double y, int level) {
    return new String[] {
      "x", Svg.number(x),
      "y", Svg.number(y),
      "width", Svg.number(STEP + 0.5),
      "height", "14",
      "fill", colour(level)
    };
  }

  private String high(List<String> ends) {
    return ends.get(1) + (logarithmic ? " (logarithmic)" : "");
  }

  /** Below the plot if there is room for all in a line, else at the edge. */
  private double start(double left, List<String> ends, List<Legend.Entry> marks) {
    return spots(left, ends, marks).stream().allMatch(spot -> spot.row() == 0) ? left : Frame.EDGE;
  }

  /** Where a mark of the legend is drawn: its line, from 0, and its left end, in pixels. */
  private record Spot(int row, double x) {}

  /** After the scale, and where that line is full below it. */
  private List<Spot> spots(double left, List<String> ends, List<Legend.Entry> marks) {
    int characters = ends.get(0).length() + high(ends).length();
    double x = left + CHARACTER * characters + LEVELS * STEP + 40;
    int row = 0;
    List<Spot> spots = new ArrayList<>();
    for (Legend.Entry mark : marks) {
      double end = x + SAMPLE + CHARACTER * mark.name().length();
      if (end > Frame.RIGHT) {
        row++;
        x = left;
      }
      spots.add(new Spot(row, x));
      x += SAMPLE + CHARACTER * mark.name().length() + 20;
    }
    return spots;
  }
}
