package lockstep.report;

import java.util.List;
import lockstep.decimal.ShortestDecimal;

/** Comma-separated values after RFC 4180, with line feeds. */
final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private static final int LARGEST_ROOM = 1 << 28;

  private final StringBuilder text = new StringBuilder();

  /** A table that begins with a header. */
  static Csv headed(List<String> columns) {
    return new Csv().row(columns);
  }

  /** Adds a row of finished cells, made by {@link #text} or {@link #number}. */
  Csv row(List<String> cells) {
    String separator = "";
    for (String cell : cells) {
      text.append(separator).append(cell);
      separator = ",";
    }
    text.append('\n');
    return this;
  }

  /** Adds a row of whole numbers and, behind them, of numbers as {@link #number} gives them. */
  Csv row(int first, int second, double[] numbers) {
    text.append(first).append(',').append(second);
    for (double number : numbers) {
      text.append(',').append(number(number));
    }
    text.append('\n');
    return this;
  }

  /** Adds a row of two whole numbers and, behind them, of finished cells. */
  Csv row(int first, int second, List<String> cells) {
    text.append(first).append(',').append(second).append(',');
    return row(cells);
  }

  /** Makes room for many rows, so that the text need not be copied while it grows. */
  Csv expecting(long characters) {
    text.ensureCapacity((int) Math.min(characters, LARGEST_ROOM));
    return this;
  }

  /**
   * A cell with text. An apostrophe is put before what a spreadsheet would take for a formula;
   * separators, quotes and line ends are quoted.
   */
  static String text(String raw) {
    boolean formula = !raw.isEmpty() && FORMULA_STARTS.indexOf(raw.charAt(0)) >= 0;
    return exact(formula ? "'" + raw : raw);
  }

  /** A cell with text that must be read back as it is; separators, quotes and line ends quoted. */
  static String exact(String raw) {
    boolean plain = raw.chars().noneMatch(character -> ",\"\n\r".indexOf(character) >= 0);
    return plain ? raw : '"' + raw.replace("\"", "\"\"") + '"';
  }

  /** A cell with the shortest decimal that reads back to the number. */
  static String number(double value) {
    return ShortestDecimal.format(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
