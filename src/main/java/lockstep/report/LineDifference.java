package lockstep.report;

import java.util.ArrayList;
import java.util.List;

/** Which lines two texts do not share. */
final class LineDifference {
  /** More pairs of lines than that are not compared: everything between is shown as changed. */
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> old;
  private final List<String> now;
  private final StringBuilder text = new StringBuilder();

  private LineDifference(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /**
   * The changed lines, those that are gone with {@code -} and those that are new with {@code +}, by
   * the longest common subsequence.
   *
   * @return one changed line a line, each ended by a line feed; empty for equal texts
   */
  static String of(String old, String now) {
    List<String> before = old.lines().toList();
    List<String> after = now.lines().toList();
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && fromEnd(before, end).equals(fromEnd(after, end))) {
      end++;
    }
    return new LineDifference(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end))
        .text();
  }

  private static String fromEnd(List<String> lines, int index) {
    return lines.get(lines.size() - 1 - index);
  }

  private String text() {
    if ((long) old.size() * now.size() > MOST_PAIRS) {
      old.forEach(line -> line('-', line));
      now.forEach(line -> line('+', line));
      return text.toString();
    }
    walk(common());
    return text.toString();
  }

  private void walk(int[][] common) {
    List<String> added = new ArrayList<>();
    int row = 0;
    int column = 0;
    while (row < old.size() || column < now.size()) {
      boolean both = row < old.size() && column < now.size();
      if (both && old.get(row).equals(now.get(column))) {
        flush(added);
        row++;
        column++;
      } else if (column == now.size()
          || both && common[row + 1][column] >= common[row][column + 1]) {
        line('-', old.get(row++));
      } else {
        added.add(now.get(column++));
      }
    }
    flush(added);
  }

  private void flush(List<String> added) {
    added.forEach(line -> line('+', line));
    added.clear();
  }

  private void line(char sign, String line) {
    text.append(sign).append(' ').append(line).append('\n');
  }

  private int[][] common() {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int row = old.size() - 1; row >= 0; row--) {
      for (int column = now.size() - 1; column >= 0; column--) {
        common[row][column] =
            old.get(row).equals(now.get(column))
                ? common[row + 1][column + 1] + 1
                : Math.max(common[row + 1][column], common[row][column + 1]);
      }
    }
    return common;
  }
}
