package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number for each pair of values, as a colour; one map of them or several.
 *
 * @param labels titles and units
 * @param columns the values along the horizontal axis
 * @param rows the values along the vertical axis, from below
 * @param panels what is written above each map, from left to right and from top to bottom; empty
 *     for a single one
 * @param cells one a row and column
 * @param ends the lowest and the highest number, for the legend
 */
public record HeatFigure(
    Labels labels,
    Side columns,
    Side rows,
    List<String> panels,
    Cell[][] cells,
    List<String> ends) {
  private static final double LOWEST = 150;
  private static final double HIGHEST = 420;
  private static final double HIGHEST_OF_MANY = 640;
  private static final double ROW = 34;
  private static final double AROUND = 124;
  private static final double ROOM_FOR_TEXT = 46;
  private static final double LEAST_ROW = 18;
  private static final int LEAST_TITLE = 4;
  private static final int LONGEST_ROW = 22;
  private static final int LONGEST_ROW_OF_FEW = 38;

  /** What is shown at a place. */
  public enum State {
    /** Nothing: there is no such configuration. */
    ABSENT,
    /** A number. */
    VALUE,
    /** A number of what was left, as some diverged. */
    PARTLY_DIVERGED,
    /** No number, as all diverged. */
    DIVERGED,
    /** No number for another reason. */
    MISSING
  }

  /**
   * A place.
   *
   * @param value the number, if there is one
   * @param text the number for people; may be empty
   * @param state whether there is one
   * @param best whether it is to be pointed out
   */
  public record Cell(double value, String text, State state, boolean best) {
    boolean coloured() {
      boolean has = state == State.VALUE || state == State.PARTLY_DIVERGED;
      return has && Range.drawable(value);
    }

    boolean crossed() {
      return state == State.DIVERGED || state == State.PARTLY_DIVERGED;
    }
  }

  /** Copies. */
  public HeatFigure {
    panels = List.copyOf(panels);
    cells = Arrays.stream(cells).map(Cell[]::clone).toArray(Cell[][]::new);
    ends = List.copyOf(ends);
  }

  /** The figure as SVG text. */
  public String svg() {
    double highest = rows.groups() > 1 ? HIGHEST_OF_MANY : HIGHEST;
    double plot = Math.max(LOWEST, Math.min(highest, ROW * rows.length()));
    Side upward = rows.shortened(longestRow());
    double fitting = plot / LEAST_ROW / rows.groups();
    Range vertical = upward.range(stride(rows.labels().size(), fitting));
    ColumnLabels below = ColumnLabels.of(columns, Frame.left(vertical));
    Shades shades = shades();
    double footer = shades.footer(Frame.left(vertical), ends, marks());
    Frame.Size size = new Frame.Size(plot + AROUND + below.slant(), footer, false, below.slant());
    Frame frame = new Frame(labels, below.range(), vertical, size).begin().axes();
    gaps(frame);
    IntStream.range(0, Shades.LEVELS).forEach(level -> fill(frame, shades, level));
    grey(frame);
    crosses(frame);
    texts(frame, shades);
    best(frame);
    titles(frame);
    shades.legend(frame, frame.below() + 10, ends, marks());
    return frame.baseline().end();
  }

  /** Where there are few columns their rows may have long names. */
  private int longestRow() {
    double room = Frame.RIGHT - Frame.EDGE - 10 - ROOM_FOR_TEXT * columns.places();
    return (int) Math.max(LONGEST_ROW, Math.min(LONGEST_ROW_OF_FEW, room / ShortTexts.CHARACTER));
  }

  private static int stride(int labels, double fitting) {
    return Math.max(1, (int) Math.ceil(labels / Math.max(1, fitting)));
  }

  /** Nothing is between the maps nor where the last row lacks some, no grid either. */
  private void gaps(Frame frame) {
    if (panels.isEmpty()) {
      return;
    }
    StringBuilder path = new StringBuilder();
    for (double gap : columns.gaps()) {
      box(path, frame.x(gap), frame.top(), frame.x(gap + columns.gap()), frame.bottom());
    }
    for (double gap : rows.gaps()) {
      box(path, frame.left(), frame.y(gap + rows.gap()), frame.right(), frame.y(gap));
    }
    if (panels.size() < columns.groups() * rows.groups()) {
      double left =
          frame.x(columns.low(panels.size() % columns.groups() * columns.labels().size()));
      double top = frame.y(rows.high(rows.labels().size() - 1));
      box(path, left, top, frame.right(), frame.bottom());
    }
    frame.path(Paint.BACKGROUND, path.toString());
  }

  private static void box(
      StringBuilder path, double left, double top, double right, double bottom) {
    path.append(Frame.move(left, top)).append('H').append(Svg.number(right));
    path.append('V').append(Svg.number(bottom)).append('H').append(Svg.number(left)).append('Z');
  }

  private void titles(Frame frame) {
    int size = columns.labels().size();
    int fitting = (int) (width(frame) * size / ShortTexts.CHARACTER);
    List<String> titles = ShortTexts.of(panels, Math.max(LEAST_TITLE, fitting));
    for (int panel = 0; panel < titles.size(); panel++) {
      int group = rows.groups() - 1 - panel / columns.groups();
      double x = frame.x(columns.low(panel % columns.groups() * size));
      double y = frame.y(rows.high((group + 1) * rows.labels().size() - 1)) - 6;
      frame.text(Paint.INK, x, y, titles.get(panel), "font-weight", "600");
    }
  }

  private Shades shades() {
    return Shades.around(
        Arrays.stream(cells)
            .flatMap(Arrays::stream)
            .filter(Cell::coloured)
            .mapToDouble(Cell::value)
            .toArray());
  }

  private double width(Frame frame) {
    return (frame.right() - frame.left()) / columns.length();
  }

  private double height(Frame frame) {
    return (frame.bottom() - frame.top()) / rows.length();
  }

  /** Neighbours of the same colour in a row are one rectangle. */
  private void fill(Frame frame, Shades shades, int level) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < rows.places(); row++) {
      int from = 0;
      for (int column = 0; column < columns.places(); column++) {
        boolean has = has(shades, level, cells[row][column]);
        if (!has || columns.isLast(column)) {
          append(path, frame, row, from, has ? column + 1 : column);
          from = column + 1;
        }
      }
    }
    if (!path.isEmpty()) {
      String[] style = {"fill", Shades.colour(level), "shape-rendering", "crispEdges"};
      frame.svg().leaf("path", style[0], style[1], style[2], style[3], "d", path.toString());
    }
  }

  /** Cells without a number are grey, unlike those that do not exist. */
  private void grey(Frame frame) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < rows.places(); row++) {
      for (int column = 0; column < columns.places(); column++) {
        Cell cell = cells[row][column];
        if (!cell.coloured() && cell.state() != State.ABSENT) {
          append(path, frame, row, column, column + 1);
        }
      }
    }
    if (!path.isEmpty()) {
      String[] style = {"fill-opacity", "0.15", "shape-rendering", "crispEdges"};
      frame.path(Paint.BAND, path.toString(), style);
    }
  }

  private static boolean has(Shades shades, int level, Cell cell) {
    return cell.coloured() && shades.level(cell.value()) == level;
  }

  private void append(StringBuilder path, Frame frame, int row, int from, int to) {
    if (to > from) {
      double right = frame.x(columns.high(to - 1));
      double top = frame.y(rows.high(row));
      box(path, frame.x(columns.low(from)), top, right, frame.y(rows.low(row)));
    }
  }

  private void crosses(Frame frame) {
    double size = Math.min(9, Math.min(width(frame), height(frame)) / 2 - 1);
    StringBuilder whole = new StringBuilder();
    StringBuilder parts = new StringBuilder();
    StringBuilder missing = new StringBuilder();
    for (int row = 0; row < rows.places(); row++) {
      for (int column = 0; column < columns.places(); column++) {
        Cell cell = cells[row][column];
        double x = frame.x(columns.middle(column));
        double y = frame.y(rows.middle(row));
        if (cell.crossed() && cell.coloured()) {
          double small = Math.max(2, Math.min(4, size / 2));
          double corner = frame.y(rows.high(row)) + small + 2;
          parts.append(cross(frame.x(columns.high(column)) - small - 2, corner, small));
        } else if (cell.crossed()) {
          whole.append(cross(x, y, Math.max(1.5, size)));
        } else if (cell.state() == State.MISSING) {
          missing.append(Frame.move(x - size / 2, y)).append('h').append(Svg.number(size));
        }
      }
    }
    stroke(frame, whole, "1.5");
    stroke(frame, missing, "1.5");
    if (!parts.isEmpty()) {
      frame.path(Paint.HALO, parts.toString(), "stroke-width", "3");
    }
    stroke(frame, parts, "1.2");
  }

  private static void stroke(Frame frame, StringBuilder path, String width) {
    if (!path.isEmpty()) {
      frame.path(Paint.BOUNDARY, path.toString(), "stroke-width", width);
    }
  }

  private static String cross(double x, double y, double size) {
    String both = Svg.number(2 * size);
    String back = Svg.number(-2 * size);
    return Frame.move(x - size, y - size)
        + "l"
        + both
        + " "
        + both
        + "m0 "
        + back
        + "l"
        + back
        + " "
        + both;
  }

  private void texts(Frame frame, Shades shades) {
    if (width(frame) < ROOM_FOR_TEXT || height(frame) < LEAST_ROW) {
      return;
    }
    for (int row = 0; row < rows.places(); row++) {
      for (int column = 0; column < columns.places(); column++) {
        Cell cell = cells[row][column];
        if (cell.coloured()) {
          String x = Svg.number(frame.x(columns.middle(column)));
          String[] place = {"x", x, "y", Svg.number(frame.y(rows.middle(row)) + 4.5)};
          String ink = Shades.ink(shades.level(cell.value()));
          frame
              .svg()
              .words(
                  "text",
                  cell.text(),
                  place[0],
                  place[1],
                  place[2],
                  place[3],
                  "fill",
                  ink,
                  "text-anchor",
                  "middle",
                  "font-size",
                  "12");
        }
      }
    }
  }

  private void best(Frame frame) {
    for (int row = 0; row < rows.places(); row++) {
      for (int column = 0; column < columns.places(); column++) {
        if (cells[row][column].best()) {
          StringBuilder path = new StringBuilder();
          append(path, frame, row, column, column + 1);
          frame.path(Paint.HALO, path.toString(), "stroke-width", "5");
          frame.path(Paint.BOUNDARY, path.toString(), "stroke-width", "2.5");
        }
      }
    }
  }

  private boolean any(State state) {
    return Arrays.stream(cells).flatMap(Arrays::stream).anyMatch(cell -> cell.state() == state);
  }

  private List<Legend.Entry> marks() {
    List<Legend.Entry> marks = new ArrayList<>();
    Legend.Sample box =
        (frame, x, y) -> {
          String path = Frame.move(x + 4, y - 6) + "h14v12h-14z";
          frame.path(Paint.BOUNDARY, path, "stroke-width", "2");
        };
    marks.add(new Legend.Entry("best", box));
    if (any(State.DIVERGED)) {
      marks.add(
          new Legend.Entry(
              "diverged",
              (frame, x, y) -> stroke(frame, new StringBuilder(cross(x + 12, y, 6)), "1.5")));
    }
    if (any(State.PARTLY_DIVERGED)) {
      marks.add(
          new Legend.Entry(
              "in part",
              (frame, x, y) -> stroke(frame, new StringBuilder(cross(x + 12, y, 3.5)), "1.2")));
    }
    if (any(State.MISSING)) {
      marks.add(
          new Legend.Entry(
              "no value",
              (frame, x, y) ->
                  frame.path(Paint.BOUNDARY, Frame.move(x + 6, y) + "h12", "stroke-width", "1.5")));
    }
    return marks;
  }
}
