package lockstep.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Node.Sequence;

/**
 * Writes trees as YAML: the same tree gives the same bytes.
 *
 * <p>The map and the maps in it take a line for each key; below them whatever fits into a line is
 * written on one.
 */
public final class YamlWriter {
  private static final int WIDTH = 100;
  private static final int LEVELS_OF_LINES = 2;
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z_]([A-Za-z0-9_ ./()+-]*[A-Za-z0-9_./()+-])?");

  private final StringBuilder text = new StringBuilder();

  private YamlWriter() {}

  /** The text of a map, one key a line, ending in a line feed. */
  public static String write(Mapping root) {
    return write(root, 0);
  }

  /**
   * The lines of a map that stands within others.
   *
   * @param level how many
   */
  public static String write(Mapping map, int level) {
    YamlWriter writer = new YamlWriter();
    writer.lines(map, level);
    return writer.text.toString();
  }

  /** A value on one line. */
  public static String inline(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.plain() || isSafe(scalar.text()) ? scalar.text() : quoted(scalar.text());
    }
    List<String> parts = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> parts.add(inline(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    ((Mapping) node).entries().forEach(e -> parts.add(key(e) + ": " + inline(e.value())));
    return "{" + String.join(", ", parts) + "}";
  }

  /** A key, in quotes where a reader would not take it for one. */
  private static String key(Entry entry) {
    return isSafe(entry.key()) ? entry.key() : quoted(entry.key());
  }

  private void lines(Mapping mapping, int level) {
    for (Entry entry : mapping.entries()) {
      text.append("  ".repeat(level)).append(key(entry)).append(':');
      value(entry.value(), level + 1);
    }
  }

  private void value(Node node, int level) {
    String inline = inline(node);
    int used = text.length() - (text.lastIndexOf("\n") + 1);
    boolean fits = node instanceof Scalar || used + 1 + inline.length() <= WIDTH;
    if (fits && !(takesLines(node) && level < LEVELS_OF_LINES)) {
      text.append(' ').append(inline).append('\n');
    } else {
      text.append('\n');
      spread(node, level);
    }
  }

  private static boolean takesLines(Node node) {
    boolean list =
        node instanceof Sequence items
            && items.items().stream().anyMatch(Mapping.class::isInstance);
    return list || node instanceof Mapping mapping && !mapping.entries().isEmpty();
  }

  private void spread(Node node, int level) {
    if (node instanceof Mapping mapping) {
      lines(mapping, level);
      return;
    }
    for (Node item : ((Sequence) node).items()) {
      item(item, level);
    }
  }

  private void item(Node node, int level) {
    boolean fits = 2 * level + 2 + inline(node).length() <= WIDTH;
    int start = text.length() + 2 * level;
    text.append("  ".repeat(level)).append("- ");
    if (fits || node instanceof Scalar) {
      text.append(inline(node)).append('\n');
      return;
    }
    text.setLength(start - 2 * level);
    spread(node, level + 1);
    text.replace(start, start + 2, "- ");
  }

  private static boolean isSafe(String text) {
    return SAFE.matcher(text).matches() && !NumberText.looksLikeAnotherType(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> quoted.append(escaped((char) unit)));
    return quoted.append('"').toString();
  }

  private static String escaped(char unit) {
    return switch (unit) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> isPrintable(unit) ? String.valueOf(unit) : unicode(unit);
    };
  }

  private static boolean isPrintable(char unit) {
    int type = Character.getType(unit);
    boolean hidden = type == Character.CONTROL || type == Character.FORMAT;
    boolean separator = type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    return !hidden && !separator && unit < '\uFFFE';
  }

  private static String unicode(char unit) {
    return "\\u" + Integer.toHexString(0x10000 + unit).substring(1).toUpperCase(Locale.ROOT);
  }
}
