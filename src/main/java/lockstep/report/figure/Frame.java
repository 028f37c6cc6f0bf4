package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The paper of a figure: background, titles, axes and grid, and where values lie on it. */
final class Frame {
  static final double WIDTH = 640;
  private static final String FONTS =
      "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
  private static final double TOP = 70;
  private static final double BELOW = 54;
  static final double RIGHT = 612;
  static final double EDGE = 16;

  /** The angle of labels that are too long to be level, in degrees. */
  static final int SLANT = 35;

  private final Labels labels;
  private final Range horizontal;
  private final Range vertical;
  private final Size size;
  private final double left;
  private final double right;
  private final Svg svg = new Svg();

  /**
   * How large a figure is.
   *
   * @param height without the footer, in pixels
   * @param footer room for a legend below it, in pixels
   * @param square whether the plot is as wide as it is high; else it uses the whole width
   * @param slant the height of slanted labels below the plot, in pixels; 0 if they are level
   */
  record Size(double height, double footer, boolean square, double slant) {
    Size(double height, double footer, boolean square) {
      this(height, footer, square, 0);
    }
  }

  /**
   * An empty frame.
   *
   * @param labels what is written around it
   * @param horizontal the range of the horizontal axis
   * @param vertical the range of the vertical axis
   * @param size how large it is
   */
  Frame(Labels labels, Range horizontal, Range vertical, Size size) {
    this.labels = labels;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.size = size;
    this.left = left(vertical);
    this.right = size.square() ? left + bottom() - TOP : RIGHT;
  }

  /** Where a plot begins that has this range upwards. */
  static double left(Range vertical) {
    return EDGE + ShortTexts.CHARACTER * vertical.longestLabel() + 10;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return size.height() - size.slant() - BELOW;
  }

  /** The baseline of the first line below the axis titles. */
  double below() {
    return size.height() + 10;
  }

  private double height() {
    return size.height() + size.footer();
  }

  /** The horizontal place of a value, in pixels. */
  double x(double value) {
    return left + horizontal.fraction(value) * (right - left);
  }

  /** The vertical place of a value, in pixels. */
  double y(double value) {
    return bottom() - vertical.fraction(value) * (bottom() - TOP);
  }

  /** Where elements are added. */
  Svg svg() {
    return svg;
  }

  /** The first elements: title, description, colours, background. */
  Frame begin() {
    svg.open("svg", root());
    svg.words("title", labels.title(), "id", "title");
    svg.words("desc", labels.description(), "id", "desc");
    svg.open("style").raw(Paint.styleSheet()).close("style");
    rectangle(Paint.BACKGROUND, 0, WIDTH, true);
    return this;
  }

  private String[] root() {
    List<String> root = new ArrayList<>(List.of("xmlns", "http://www.w3.org/2000/svg"));
    root.addAll(List.of("viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height())));
    root.addAll(List.of("width", Svg.number(WIDTH), "height", Svg.number(height())));
    root.addAll(List.of("role", "img", "aria-labelledby", "title desc"));
    root.addAll(List.of("font-family", FONTS, "font-size", "13"));
    return root.toArray(String[]::new);
  }

  private void rectangle(Paint paint, double from, double to, boolean whole) {
    double upper = whole ? 0 : TOP;
    double lower = whole ? height() : bottom();
    String[] place = {"x", Svg.number(from), "y", Svg.number(upper)};
    String[] size = {"width", Svg.number(to - from), "height", Svg.number(lower - upper)};
    svg.leaf(
        "rect",
        attributes(paint, Stream.of(place, size).flatMap(Stream::of).toArray(String[]::new)));
  }

  /** A faint area over the whole height of the plot. */
  void band(double from, double to) {
    svg.open("g", "opacity", "0.15");
    rectangle(Paint.BAND, from, to, false);
    svg.close("g");
  }

  /** The grid with the tick labels, and the titles. */
  Frame axes() {
    grid();
    tickLabels();
    text(Paint.INK, EDGE, 27, labels.title(), "font-size", "16", "font-weight", "600");
    String scale = vertical.logarithmic() ? ", logarithmic" : "";
    text(Paint.MUTED, EDGE, 52, labels.vertical() + scale);
    double middle = (left + right) / 2;
    String words = labels.horizontal() + (horizontal.logarithmic() ? ", logarithmic" : "");
    text(Paint.MUTED, middle, size.height() - 14, words, "text-anchor", "middle");
    return this;
  }

  private void grid() {
    StringBuilder path = new StringBuilder();
    for (Tick tick : vertical.ticks()) {
      path.append(move(left, y(tick.value()))).append('H').append(Svg.number(right));
    }
    for (Tick tick : horizontal.ticks()) {
      path.append(move(x(tick.value()), TOP)).append('V').append(Svg.number(bottom()));
    }
    path(Paint.GRID, path.toString(), "stroke-width", "1");
  }

  /** The line under the plot, drawn last so that it lies above what was plotted. */
  Frame baseline() {
    StringBuilder path = new StringBuilder();
    path.append(move(left, bottom())).append('H').append(Svg.number(right));
    for (Tick tick : horizontal.ticks()) {
      path.append(move(x(tick.value()), bottom())).append("v4");
    }
    path(Paint.AXIS, path.toString(), "stroke-width", "1");
    return this;
  }

  private void tickLabels() {
    for (Tick tick : vertical.ticks()) {
      text(Paint.INK, left - 8, y(tick.value()) + 4.5, tick.label(), "text-anchor", "end");
    }
    for (Tick tick : horizontal.ticks()) {
      if (size.slant() > 0) {
        slanted(x(tick.value()) + 4, bottom() + 14, tick.label());
      } else {
        text(Paint.INK, x(tick.value()), bottom() + 19, tick.label(), "text-anchor", "middle");
      }
    }
  }

  private void slanted(double x, double y, String label) {
    String turn = "rotate(-" + SLANT + " " + Svg.number(x) + " " + Svg.number(y) + ")";
    text(Paint.INK, x, y, label, "text-anchor", "end", "transform", turn);
  }

  /** Text at a place in pixels; x and y are the start of its baseline. */
  void text(Paint paint, double x, double y, String words, String... more) {
    List<String> all = new ArrayList<>(List.of("x", Svg.number(x), "y", Svg.number(y)));
    all.addAll(List.of(more));
    svg.words("text", words, attributes(paint, all.toArray(String[]::new)));
  }

  /** Text that stays legible on top of curves. */
  void haloed(double x, double y, String words, String anchor) {
    svg.open("g", "class", "halo");
    text(Paint.INK, x, y, words, "text-anchor", anchor);
    svg.close("g");
  }

  /** A path in a colour; areas have no outline and lines are not filled unless said otherwise. */
  void path(Paint paint, String data, String... more) {
    List<String> all = new ArrayList<>();
    if (paint.property().equals("stroke")) {
      all.addAll(List.of("fill", "none"));
    }
    all.addAll(List.of(more));
    all.addAll(List.of("d", data));
    svg.leaf("path", attributes(paint, all.toArray(String[]::new)));
  }

  /** An area with an outline of its own colour. */
  void path(Paint area, Paint outline, String data, String width) {
    svg.leaf(
        "path",
        "class",
        area.cssClass() + " " + outline.cssClass(),
        "fill",
        area.light(),
        "stroke",
        outline.light(),
        "stroke-width",
        width,
        "d",
        data);
  }

  private static String[] attributes(Paint paint, String... more) {
    List<String> all =
        new ArrayList<>(List.of("class", paint.cssClass(), paint.property(), paint.light()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The command that starts a line at a place in pixels. */
  static String move(double x, double y) {
    return "M" + Svg.number(x) + " " + Svg.number(y);
  }

  /** The command that draws a line to a place in pixels. */
  static String line(double x, double y) {
    return "L" + Svg.number(x) + " " + Svg.number(y);
  }

  /** The finished text. */
  String end() {
    return svg.close("svg").toString();
  }
}
