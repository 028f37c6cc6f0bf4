package lockstep.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many samples of each class are predicted to be of which one: a row for each actual class, the
 * first above, coloured by the share of the class.
 *
 * @param labels titles
 * @param counts actual x predicted, of the classes that are shown, from 0 on
 * @param totals the samples of each of these classes, those predicted elsewhere counted
 */
public record ConfusionFigure(Labels labels, long[][] counts, long[] totals) {
  private static final double AROUND = 124;
  private static final double SMALLEST = 240;
  private static final double LARGEST = 470;
  private static final double ROW = 52;
  private static final double FOOTER = 34;
  private static final double ROOM_FOR_SHARE = 36;

  /** Checks the sizes and copies. */
  public ConfusionFigure {
    if (counts.length == 0 || counts.length != totals.length) {
      throw new IllegalArgumentException(counts.length + " rows, " + totals.length + " totals");
    }
    counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    totals = totals.clone();
  }

  /** The figure as SVG text. */
  public String svg() {
    int classes = counts.length;
    double height = AROUND + Math.max(SMALLEST, Math.min(LARGEST, ROW * classes));
    List<String> down = names(IntStream.range(0, classes).map(row -> classes - 1 - row));
    Range horizontal = Range.places(names(IntStream.range(0, classes)), 1);
    Frame frame =
        new Frame(labels, horizontal, Range.places(down, 1), new Frame.Size(height, FOOTER, true));
    frame.begin().axes();
    Shades shades = new Shades(0, 1, false);
    for (int actual = 0; actual < classes; actual++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        cell(frame, shades, actual, predicted);
      }
    }
    shades.legend(
        frame, frame.below() + 10, List.of("0 %", "100 % of the actual class"), List.of());
    return frame.baseline().end();
  }

  private static List<String> names(IntStream numbers) {
    return numbers.mapToObj(Integer::toString).toList();
  }

  private void cell(Frame frame, Shades shades, int actual, int predicted) {
    int row = counts.length - 1 - actual;
    double left = frame.x(predicted - 0.5) + 1;
    double top = frame.y(row + 0.5) + 1;
    double width = frame.x(predicted + 0.5) - 1 - left;
    double height = frame.y(row - 0.5) - 1 - top;
    String path =
        Frame.move(left, top)
            + "h"
            + Svg.number(width)
            + "v"
            + Svg.number(height)
            + "h"
            + Svg.number(-width)
            + "z";
    if (totals[actual] == 0) {
      frame.path(Paint.BAND, path, "fill-opacity", "0.15");
      return;
    }
    double share = (double) counts[actual][predicted] / totals[actual];
    int level = shades.level(share);
    frame.svg().leaf("path", "fill", Shades.colour(level), "d", path);
    double x = left + width / 2;
    double y = top + height / 2;
    boolean both = share > 0 && height >= ROOM_FOR_SHARE;
    text(frame, x, y + (both ? -1 : 5), Long.toString(counts[actual][predicted]), level);
    if (both) {
      text(frame, x, y + 15, percent(share), level);
    }
  }

  /** Whole percents; one decimal where the share is neither nothing nor all but would look so. */
  private static String percent(double share) {
    boolean near = share > 0 && share < 0.005 || share < 1 && share >= 0.995;
    return String.format(Locale.ROOT, near ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  private static void text(Frame frame, double x, double y, String words, int level) {
    String[] attributes = {
      "x", Svg.number(x),
      "y", Svg.number(y),
      "fill", Shades.ink(level),
      "text-anchor", "middle",
      "font-size", words.endsWith("%") ? "11" : "13"
    };
    frame.svg().words("text", words, attributes);
  }
}
