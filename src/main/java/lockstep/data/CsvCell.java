package lockstep.data;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One cell of a file and where it begins.
 *
 * @param line its line, from 1
 * @param column its column in characters, from 1
 * @param text what it holds, without quotes and without blanks around it
 */
record CsvCell(int line, int column, String text) {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

  private static final int LONGEST_SHOWN = 40;

  /** Removes blanks. */
  CsvCell {
    text = text.strip();
  }

  /**
   * The number in the cell: decimal digits with an optional sign, point and exponent. Hexadecimal
   * numbers, NaN, infinities and numbers that no double can hold are refused.
   *
   * @param problems where it is told what is wrong
   * @return the number; empty if the cell holds none
   */
  OptionalDouble number(CsvProblems problems) {
    String expected = "a decimal number such as -1.5 or 2e-3";
    if (!DECIMAL.matcher(text).matches()) {
      String message = text.isEmpty() ? "the cell is empty" : shown() + " is not a number";
      problems.add(this, message, expected);
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      problems.add(this, shown() + " is too large for a double", expected);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }

  private String shown() {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
