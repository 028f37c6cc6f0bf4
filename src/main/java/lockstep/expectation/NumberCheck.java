package lockstep.expectation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import lockstep.decimal.PrintedNumber;
import lockstep.decimal.ShortestDecimal;

/** Holds a double against a printed number, digit by digit. */
final class NumberCheck {
  private NumberCheck() {}

  /**
   * Compares exactly, in decimal: the value holds if it is at most half a unit of the last printed
   * digit away, or at most the tolerance if there is one.
   */
  static Check of(
      String place, PrintedNumber printed, double value, Optional<PrintedNumber> tolerance) {
    String exact = ShortestDecimal.format(value);
    if (!Double.isFinite(value)) {
      return new Check(place, printed.text(), exact, exact, false);
    }
    BigDecimal distance = new BigDecimal(value).subtract(printed.decimal()).abs();
    BigDecimal allowed = tolerance.map(PrintedNumber::decimal).orElseGet(printed::halfUnit);
    boolean holds = distance.compareTo(allowed) <= 0;
    String found = holds && tolerance.isEmpty() ? likePrinted(printed, value) : exact;
    return new Check(place, printed.text(), found, exact, holds);
  }

  /** The value with the printed digits; on a tie both neighbours round to it, so as printed. */
  private static String likePrinted(PrintedNumber printed, double value) {
    BigDecimal decimal = printed.decimal();
    BigDecimal exact = new BigDecimal(value);
    boolean tie = exact.subtract(decimal).abs().compareTo(printed.halfUnit()) == 0;
    BigDecimal rounded = exact.setScale(decimal.scale(), RoundingMode.HALF_EVEN);
    return tie || rounded.compareTo(decimal) == 0 ? printed.text() : rounded.toString();
  }
}
