package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Names with samples of how they are drawn: to the right of the figure's title if there is room,
 * else in rows below the figure. Fewer than two names need no legend.
 *
 * @param title the figure's title
 * @param entries the names
 */
record Legend(String title, List<Entry> entries) {
  private static final double CHARACTER = 7.2;
  private static final double TITLE_CHARACTER = 9.5;
  private static final double SAMPLE = 26;
  private static final double GAP = 18;
  private static final double TITLE_LINE = 27;
  private static final double LINE = 22;

  /**
   * One name.
   *
   * @param name what it is called
   * @param sample draws 26 x 8 pixels whose left middle is at the given place
   */
  record Entry(String name, Sample sample) {
    double width() {
      return SAMPLE + 6 + CHARACTER * name.length() + GAP;
    }
  }

  /** Draws how a thing looks. */
  interface Sample {
    /** Draws with the left middle at (x, y), in pixels. */
    void draw(Frame frame, double x, double y);
  }

  /** Copies the list. */
  Legend {
    entries = entries.size() < 2 ? List.of() : List.copyOf(entries);
  }

  private boolean besideTitle() {
    double room = Frame.RIGHT - Frame.EDGE - TITLE_CHARACTER * title.length() - GAP;
    return entries.stream().mapToDouble(Entry::width).sum() <= room;
  }

  private List<List<Entry>> rows() {
    List<List<Entry>> rows = new ArrayList<>();
    double room = 0;
    for (Entry entry : entries) {
      if (entry.width() > room) {
        rows.add(new ArrayList<>());
        room = Frame.RIGHT - Frame.EDGE;
      }
      rows.get(rows.size() - 1).add(entry);
      room -= entry.width();
    }
    return rows;
  }

  /** The height that the legend needs below the figure, in pixels. */
  double footer() {
    return besideTitle() ? 0 : LINE * rows().size();
  }

  /** Draws the legend. */
  void draw(Frame frame) {
    if (besideTitle()) {
      double width = entries.stream().mapToDouble(Entry::width).sum() - GAP;
      row(frame, entries, frame.right() - width, TITLE_LINE);
      return;
    }
    double y = frame.below();
    for (List<Entry> row : rows()) {
      row(frame, row, Frame.EDGE, y);
      y += LINE;
    }
  }

  private static void row(Frame frame, List<Entry> row, double from, double y) {
    double x = from;
    for (Entry entry : row) {
      entry.sample().draw(frame, x, y - 4.5);
      frame.text(Paint.INK, x + SAMPLE + 6, y, entry.name());
      x += entry.width();
    }
  }
}
