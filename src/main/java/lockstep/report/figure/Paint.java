package lockstep.report.figure;

import java.util.List;

/**
 * The colours of figures, each for a light and a dark background. The series colours are Okabe and
 * Ito's (2008), which colour-blind readers can tell apart; on dark ground their lighter relatives.
 */
enum Paint {
  BACKGROUND("bg", "fill", "#ffffff", "#0d1117"),
  HALO("paper", "stroke", "#ffffff", "#0d1117"),
  INK("ink", "fill", "#1f2328", "#e6edf3"),
  MUTED("muted", "fill", "#59636e", "#9aa4af"),
  GRID("grid", "stroke", "#dde3e9", "#262d35"),
  AXIS("axis", "stroke", "#59636e", "#9aa4af"),
  MARK("mark", "stroke", "#59636e", "#9aa4af"),
  BAND("band", "fill", "#59636e", "#9aa4af"),
  BOUNDARY("edge", "stroke", "#1f2328", "#e6edf3"),
  LINE_0("l0", "stroke", "#0072b2", "#56b4e9"),
  LINE_1("l1", "stroke", "#d55e00", "#f0a04b"),
  LINE_2("l2", "stroke", "#009e73", "#2fc79a"),
  LINE_3("l3", "stroke", "#b1558a", "#e59ac4"),
  FILL_0("f0", "fill", "#0072b2", "#56b4e9"),
  FILL_1("f1", "fill", "#d55e00", "#f0a04b"),
  FILL_2("f2", "fill", "#009e73", "#2fc79a"),
  FILL_3("f3", "fill", "#b1558a", "#e59ac4");

  private static final List<Paint> LINES = List.of(LINE_0, LINE_1, LINE_2, LINE_3);
  private static final List<Paint> FILLS = List.of(FILL_0, FILL_1, FILL_2, FILL_3);

  private final String cssClass;
  private final String property;
  private final String light;
  private final String dark;

  Paint(String cssClass, String property, String light, String dark) {
    this.cssClass = cssClass;
    this.property = property;
    this.light = light;
    this.dark = dark;
  }

  /** The colour of a line; the colours start anew after four. */
  static Paint line(int index) {
    return LINES.get(index % LINES.size());
  }

  /** The same colour as {@link #line}, for areas. */
  static Paint fill(int index) {
    return FILLS.get(index % FILLS.size());
  }

  /** Its class. */
  String cssClass() {
    return cssClass;
  }

  /** {@code fill} or {@code stroke}. */
  String property() {
    return property;
  }

  /** The colour on light ground, also for readers without style sheets. */
  String light() {
    return light;
  }

  private String rule(String colour) {
    return "." + cssClass + "{" + property + ":" + colour + "}";
  }

  /** The style sheet that every figure carries. */
  static String styleSheet() {
    StringBuilder lights = new StringBuilder();
    StringBuilder darks = new StringBuilder();
    for (Paint paint : values()) {
      lights.append(paint.rule(paint.light)).append('\n');
      darks.append(paint.rule(paint.dark)).append('\n');
    }
    String halos = ".halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round;stroke:%s}\n";
    return lights
        + halos.replace("%s", BACKGROUND.light)
        + "@media (prefers-color-scheme: dark){\n"
        + darks
        + halos.replace("%s", BACKGROUND.dark)
        + "}\n";
  }
}
