package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GitHub-flavoured Markdown from text of any origin. */
public final class Markdown {
  /** A space that is kept where it stands: in code, in tables, at the end of a line. */
  static final char KEPT_SPACE = '\u00a0';

  private static final String SPECIAL = "\\`*_[]<>|~$@#&!{}";
  private static final String SPECIAL_FIRST = "-+=:";

  private Markdown() {}

  /**
   * Text that is shown as it is, in one line: no markup, no HTML, no links, no mentions.
   *
   * @param raw any text
   */
  public static String escape(String raw) {
    String line = line(raw);
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < line.length(); index++) {
      char character = line.charAt(index);
      escaped.append(marks(line, index) ? "\\" : "").append(character);
    }
    return escaped.toString();
  }

  private static boolean marks(String line, int index) {
    char character = line.charAt(index);
    boolean first = index == 0 && SPECIAL_FIRST.indexOf(character) >= 0;
    return first
        || SPECIAL.indexOf(character) >= 0
        || startsList(line, index)
        || startsLink(line, index);
  }

  private static boolean startsList(String line, int index) {
    boolean end = line.charAt(index) == '.' || line.charAt(index) == ')';
    return end && index > 0 && line.substring(0, index).chars().allMatch(Character::isDigit);
  }

  private static boolean startsLink(String line, int index) {
    boolean more = index + 1 < line.length() && line.charAt(index + 1) != ' ';
    boolean address = line.charAt(index) == ':' && more;
    int start = Math.max(0, index - 3);
    String before = line.substring(start, index).toLowerCase(Locale.ROOT);
    return address || line.charAt(index) == '.' && before.equals("www");
  }

  /** Text inside an HTML element. */
  static String html(String raw) {
    return line(raw).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Text as paragraphs: empty lines part them. */
  static String paragraphs(String raw) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : raw.replace("\r\n", "\n").split("\n[ \t]*\n")) {
      String escaped = escape(paragraph);
      if (!escaped.isEmpty()) {
        paragraphs.add(escaped);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  /** Text as code, shown as it is, in one line; works in tables too. */
  public static String code(String raw) {
    String line = line(raw);
    StringBuilder fence = new StringBuilder("`");
    while (line.contains(fence)) {
      fence.append('`');
    }
    boolean apart = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    String padded = apart ? " " + line + " " : line;
    return fence + padded.replace("|", "\\|") + fence;
  }

  /** One line without characters that are invisible or turn the direction of writing. */
  private static String line(String raw) {
    StringBuilder line = new StringBuilder();
    raw.codePoints().forEach(point -> append(line, point));
    return line.toString().strip();
  }

  private static void append(StringBuilder line, int point) {
    int type = Character.getType(point);
    if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
      line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "" : " ");
    } else if (type != Character.FORMAT && type != Character.SURROGATE) {
      line.appendCodePoint(point);
    }
  }
}
