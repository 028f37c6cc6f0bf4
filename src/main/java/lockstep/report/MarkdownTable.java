package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in Markdown whose columns also line up in the source, as far as cells are short. */
public final class MarkdownTable {
  private static final int WIDEST_PADDED = 44;

  private final String alignment;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param alignment a letter a column: l, r or c
   * @param header the titles of the columns
   */
  public MarkdownTable(String alignment, String... header) {
    this.alignment = alignment;
    rows.add(List.of(header));
  }

  /** Adds a row of finished Markdown, one cell a column. */
  public MarkdownTable row(String... cells) {
    return row(List.of(cells));
  }

  /** Adds a row of finished Markdown, one cell a column. */
  public MarkdownTable row(List<String> cells) {
    if (cells.size() != alignment.length()) {
      throw new IllegalArgumentException(cells.size() + " cells in " + alignment);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table with a line feed at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, rows.get(0));
    text.append('|');
    for (int column = 0; column < alignment.length(); column++) {
      text.append(rule(alignment.charAt(column), width(column))).append('|');
    }
    text.append('\n');
    rows.subList(1, rows.size()).forEach(row -> append(text, row));
    return text.toString();
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(3, Math.min(WIDEST_PADDED, widest));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String rule(char alignment, int width) {
    String dashes = "-".repeat(width);
    return switch (alignment) {
      case 'r' -> " " + dashes.substring(1) + ": ";
      case 'c' -> " :" + dashes.substring(2) + ": ";
      default -> " " + dashes + " ";
    };
  }

  private void append(StringBuilder text, List<String> row) {
    text.append('|');
    IntStream.range(0, row.size())
        .forEach(column -> text.append(' ').append(padded(row, column)).append(" |"));
    text.append('\n');
  }

  private String padded(List<String> row, int column) {
    String cell = row.get(column);
    String padding = " ".repeat(Math.max(0, width(column) - length(cell)));
    return alignment.charAt(column) == 'r' ? padding + cell : cell + padding;
  }
}
