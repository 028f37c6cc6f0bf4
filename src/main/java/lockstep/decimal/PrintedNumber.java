package lockstep.decimal;

import java.math.BigDecimal;

/**
 * A number as somebody printed it: its digits say how exactly it is known.
 *
 * @param text the digits as written, such as {@code 693.62972747} or {@code 1e-3}; NaN and
 *     infinities cannot be printed numbers
 */
public record PrintedNumber(String text) {
  /** Checks that it is a decimal number. */
  public PrintedNumber {
    new BigDecimal(text);
  }

  /** The printed decimal, exactly. */
  public BigDecimal decimal() {
    return new BigDecimal(text);
  }

  /** Half a unit of the last printed digit. */
  public BigDecimal halfUnit() {
    return decimal().ulp().divide(BigDecimal.valueOf(2));
  }
}
