package lockstep.report.figure;

import org.apache.commons.math3.util.FastMath;

/**
 * What is written below the columns of a map: all labels level where they fit; of numbers, some of
 * them where they do not; of anything else, all of them slanted.
 *
 * @param range the horizontal range with the labels as its ticks
 * @param slant the height of slanted labels, in pixels; 0 if they are level
 */
record ColumnLabels(Range range, double slant) {
  private static final double SPACE = 10;
  private static final double LEAST_SLANTED = 15;
  private static final int LONGEST_LEVEL = 12;
  private static final int LONGEST_SLANTED = 20;

  /**
   * The labels of a side.
   *
   * @param left where the plot begins, in pixels: slanted labels may reach beyond that
   */
  static ColumnLabels of(Side columns, double left) {
    double column = (Frame.RIGHT - left) / columns.length();
    if (column >= width(columns)) {
      return new ColumnLabels(columns.range(1), 0);
    }
    double angle = FastMath.toRadians(Frame.SLANT);
    double room = (left + column / 2) / (ShortTexts.CHARACTER * FastMath.cos(angle));
    return columns.numbers() || column < LEAST_SLANTED || room < LONGEST_LEVEL
        ? level(columns.shortened(LONGEST_LEVEL), column)
        : slanted(columns.shortened((int) Math.min(room, LONGEST_SLANTED)), angle);
  }

  private static double width(Side columns) {
    return ShortTexts.CHARACTER * columns.longest() + SPACE;
  }

  private static ColumnLabels level(Side columns, double column) {
    double stride = Math.ceil(width(columns) / column);
    return new ColumnLabels(columns.range((int) Math.min(stride, columns.labels().size())), 0);
  }

  private static ColumnLabels slanted(Side columns, double angle) {
    double height = ShortTexts.CHARACTER * columns.longest() * FastMath.sin(angle);
    return new ColumnLabels(columns.range(1), height);
  }
}
