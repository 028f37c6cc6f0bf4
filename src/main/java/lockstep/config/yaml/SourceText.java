package lockstep.config.yaml;

import java.util.Optional;

/**
 * A text that values come from: a file, or one {@code --set} argument.
 *
 * @param name how the user called it, as it stands in front of every problem
 * @param reach which files its values may name
 * @param rank 0 for the file that was asked for, more for those that come after it in a list of
 *     problems
 * @param text all of it
 */
public record SourceText(String name, Reach reach, int rank, String text) {
  private static final int WIDEST_EXCERPT = 100;
  private static final int BEFORE_THE_PLACE = 40;

  /** Where values stand that no text holds: those that are written, not read. */
  static final SourceText NONE = new SourceText("", Reach.everywhere(), 0, "");

  /**
   * A place in this text.
   *
   * @param line from 1
   * @param column from 1, in characters
   */
  public Place at(int line, int column) {
    return new Place(this, line, column);
  }

  /**
   * The line with a caret under the column, as two lines; long lines are cut around the place, and
   * characters that could move a terminal's cursor are shown as a middle dot.
   *
   * @param line from 1
   * @param column from 1
   * @return empty where there is no such line
   */
  String excerpt(int line, int column) {
    Optional<String> found = text.lines().skip(line - 1L).findFirst();
    if (found.isEmpty()) {
      return "";
    }
    String full = found.get();
    int caret = Math.min(column - 1, full.length());
    int start = full.length() > WIDEST_EXCERPT ? Math.max(0, caret - BEFORE_THE_PLACE) : 0;
    int end = Math.min(full.length(), start + WIDEST_EXCERPT);
    String head = start > 0 ? "..." : "";
    String tail = end < full.length() ? "..." : "";
    String shown = head + harmless(full.substring(start, end)) + tail;
    return "  " + shown + "\n  " + " ".repeat(head.length() + caret - start) + "^";
  }

  private static String harmless(String line) {
    StringBuilder shown = new StringBuilder();
    line.chars().forEach(unit -> shown.append(isHarmless((char) unit) ? (char) unit : '·'));
    return shown.toString();
  }

  private static boolean isHarmless(char unit) {
    int type = Character.getType(unit);
    return type != Character.CONTROL && type != Character.FORMAT && unit != '\uFEFF';
  }
}
