package lockstep.config.binding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON with two spaces a level. */
public final class Json {
  private static final int WIDTH = 120;

  private Json() {}

  /** The JSON text of a value, without a line feed at its end. */
  public static String write(Object value) {
    return write(value, "\n");
  }

  private static String write(Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries =
          map.entrySet().stream()
              .map(e -> quoted(e.getKey().toString()) + ": " + write(e.getValue(), newLine + "  "))
              .toList();
      return enclosed(entries, "{}", newLine);
    }
    if (value instanceof List<?> list) {
      List<String> items = list.stream().map(item -> write(item, newLine + "  ")).toList();
      return enclosed(items, "[]", newLine);
    }
    if (value instanceof Double number) {
      return Range.show(number);
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  /** On one line if that is short, else a line for each part. */
  private static String enclosed(List<String> parts, String brackets, String newLine) {
    char open = brackets.charAt(0);
    char close = brackets.charAt(1);
    String joined = String.join(", ", parts);
    if (joined.indexOf('\n') < 0 && newLine.length() + joined.length() < WIDTH) {
      return open + joined + close;
    }
    return open + newLine + "  " + String.join("," + newLine + "  ", parts) + newLine + close;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      quoted.append(escaped(unit));
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char unit) {
    if (unit == '"' || unit == '\\') {
      return "\\" + unit;
    }
    return unit < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) unit) : String.valueOf(unit);
  }
}
