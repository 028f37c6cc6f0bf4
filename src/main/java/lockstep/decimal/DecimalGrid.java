package lockstep.decimal;

import java.math.BigDecimal;

/**
 * The positive decimals with so many significant digits, in their order: each has an index, and
 * neighbours have neighbouring ones. Within a power of ten they are evenly spaced; equal distances
 * of indices are nearly equal factors where they span many.
 *
 * @param digits how many significant digits, from 1 to {@value #MOST_DIGITS}, so that every one of
 *     the decimals is told from its neighbours by the double nearest to it
 */
public record DecimalGrid(int digits) {
  /** The most significant digits. */
  public static final int MOST_DIGITS = 15;

  /** Checks the range. */
  public DecimalGrid {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(digits + " significant digits");
    }
  }

  /** The smallest whole number with so many digits. */
  private long smallest() {
    return BigDecimal.ONE.movePointRight(digits - 1).longValueExact();
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /** Whether a number is one of the decimals. */
  public boolean has(BigDecimal value) {
    return value.signum() > 0 && value.stripTrailingZeros().precision() <= digits;
  }

  /**
   * The place of a decimal in the order of all.
   *
   * @throws IllegalArgumentException if it is not one of them
   */
  public long index(BigDecimal value) {
    if (!has(value)) {
      throw new IllegalArgumentException(value + " with " + digits + " significant digits");
    }
    int exponent = exponent(value);
    long mantissa = value.movePointRight(digits - 1 - exponent).longValueExact();
    return Math.addExact(Math.multiplyExact(exponent, 9 * smallest()), mantissa - smallest());
  }

  /** The decimal at a place in the order of all. */
  public BigDecimal at(long index) {
    int exponent = Math.toIntExact(Math.floorDiv(index, 9 * smallest()));
    long mantissa = Math.floorMod(index, 9 * smallest()) + smallest();
    return BigDecimal.valueOf(mantissa, digits - 1 - exponent).stripTrailingZeros();
  }
}
