package lockstep.report.figure;

import lockstep.decimal.ShortestDecimal;

/** SVG text in the making: elements with attributes, and numbers with two decimals. */
final class Svg {
  private static final double LARGEST = 1e15;

  private final StringBuilder text = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param name its name
   * @param attributes names and values in turn
   */
  Svg open(String name, String... attributes) {
    start(name, attributes).append(">\n");
    return this;
  }

  /** Closes an element that {@link #open} has opened. */
  Svg close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  /**
   * An element without content.
   *
   * @param name its name
   * @param attributes names and values in turn
   */
  Svg leaf(String name, String... attributes) {
    start(name, attributes).append("/>\n");
    return this;
  }

  /**
   * An element with text only.
   *
   * @param name its name
   * @param content the text; escaped here
   * @param attributes names and values in turn
   */
  Svg words(String name, String content, String... attributes) {
    start(name, attributes).append('>').append(escape(content));
    return close(name);
  }

  /** Text that is SVG or CSS already. */
  Svg raw(String content) {
    text.append(content);
    return this;
  }

  private StringBuilder start(String name, String... attributes) {
    text.append('<').append(name);
    for (int index = 0; index < attributes.length; index += 2) {
      text.append(' ').append(attributes[index]).append("=\"");
      text.append(escape(attributes[index + 1])).append('"');
    }
    return text;
  }

  /**
   * A coordinate in pixels: at most two decimals, no exponent, no negative zero.
   *
   * @param value below 10^15 in size
   * @throws IllegalArgumentException if it is not, or is NaN
   */
  static String number(double value) {
    if (!(Math.abs(value) < LARGEST)) {
      throw new IllegalArgumentException("not a coordinate: " + ShortestDecimal.format(value));
    }
    long hundredths = Math.round(value * 100);
    long size = Math.abs(hundredths);
    String digits = (hundredths < 0 ? "-" : "") + size / 100;
    long rest = size % 100;
    if (rest == 0) {
      return digits;
    }
    return digits + "." + rest / 10 + (rest % 10 == 0 ? "" : String.valueOf(rest % 10));
  }

  /** Text that is inert in content and in attributes; characters that XML forbids are dropped. */
  static String escape(String raw) {
    StringBuilder escaped = new StringBuilder();
    raw.codePoints().filter(Svg::allowed).forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static boolean allowed(int point) {
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    boolean control = point < 0x20 && point != '\n' && point != '\t';
    return !surrogate && !control && point != 0xFFFE && point != 0xFFFF;
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      default -> escaped.appendCodePoint(point);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
