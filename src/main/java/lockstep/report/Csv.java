package lockstep.report;

import java.io.IOException;
import java.util.List;
import lockstep.decimal.ShortestDecimal;

/** Comma-separated values after RFC 4180, with line feeds. */
public final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Appendable out;

  private Csv(Appendable out) {
    this.out = out;
  }

  /**
   * A table that begins with a header.
   *
   * @param out where it is written
   * @param columns finished cells
   * @throws IOException if it cannot be written
   */
  public static Csv headed(Appendable out, List<String> columns) throws IOException {
    return new Csv(out).row(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells finished cells, made by {@link #text}, {@link #exact} or {@link #number}
   * @throws IOException if it cannot be written
   */
  public Csv row(List<String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append(cell);
      separator = ",";
    }
    out.append('\n');
    return this;
  }

  /**
   * Adds a row of whole numbers and, behind them, of numbers as {@link #number} gives them.
   *
   * @param first the first cell
   * @param second the second
   * @param numbers the numbers
   * @param places which of them, one a cell; an empty cell where there is no such number
   */
  Csv row(int first, int second, double[] numbers, int[] places) throws IOException {
    out.append(Integer.toString(first)).append(',').append(Integer.toString(second));
    for (int place : places) {
      boolean there = place >= 0 && place < numbers.length;
      out.append(',').append(there ? number(numbers[place]) : "");
    }
    out.append('\n');
    return this;
  }

  /**
   * A cell with text. An apostrophe is put before what a spreadsheet would take for a formula;
   * separators, quotes and line ends are quoted.
   */
  public static String text(String raw) {
    boolean formula = !raw.isEmpty() && FORMULA_STARTS.indexOf(raw.charAt(0)) >= 0;
    return exact(formula ? "'" + raw : raw);
  }

  /** A cell with text that must be read back as it is; separators, quotes and line ends quoted. */
  public static String exact(String raw) {
    boolean plain = raw.chars().noneMatch(character -> ",\"\n\r".indexOf(character) >= 0);
    return plain ? raw : '"' + raw.replace("\"", "\"\"") + '"';
  }

  /** A cell with the shortest decimal that reads back to the number. */
  public static String number(double value) {
    return ShortestDecimal.format(value);
  }
}
