package lockstep.report.figure;

import java.util.List;

/** Names with samples of how they are drawn, in one row at the upper right of a figure. */
final class Legend {
  private static final double CHARACTER = 7.2;
  private static final double SAMPLE = 26;
  private static final double GAP = 18;
  private static final double BASELINE = 52;

  private Legend() {}

  /**
   * One name.
   *
   * @param name what it is called
   * @param sample draws 26 x 8 pixels whose left middle is at the given place
   */
  record Entry(String name, Sample sample) {}

  /** Draws how a thing looks. */
  interface Sample {
    /** Draws with the left middle at (x, y), in pixels. */
    void draw(Frame frame, double x, double y);
  }

  /** Draws the row; nothing for fewer than two entries. */
  static void draw(Frame frame, List<Entry> entries) {
    if (entries.size() < 2) {
      return;
    }
    double x = frame.right() - entries.stream().mapToDouble(Legend::width).sum() + GAP;
    for (Entry entry : entries) {
      entry.sample().draw(frame, x, BASELINE - 4.5);
      frame.text(Paint.INK, x + SAMPLE + 6, BASELINE, entry.name());
      x += width(entry);
    }
  }

  private static double width(Entry entry) {
    return SAMPLE + 6 + CHARACTER * entry.name().length() + GAP;
  }
}
