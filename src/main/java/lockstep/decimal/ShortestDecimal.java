package lockstep.decimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as text: the shortest decimal that reads back to the same double, and of these the one
 * nearest to it.
 *
 * <p>{@code Double.toString} gives other digits on JDK 17 than on later ones (2e23 is an example),
 * so files never use it.
 */
public final class ShortestDecimal {
  /** Every decimal of so many digits survives the way to a normal double and back. */
  private static final int ALWAYS_SURVIVES = 15;

  /** So many digits always tell two doubles apart. */
  private static final int ALWAYS_ENOUGH = 17;

  private static final int SMALLEST_PLAIN_EXPONENT = -5;
  private static final int LARGEST_PLAIN_EXPONENT = 15;

  private ShortestDecimal() {}

  /**
   * The text of a number: {@code 0.005}, {@code -12.5}, {@code 1e-7}, {@code 2e+23}, {@code NaN},
   * {@code Infinity}; whole numbers end in {@code .0} so that they read as doubles everywhere.
   *
   * <p>Plain digits from 1e-5 up to 1e15, an exponent beyond.
   *
   * @param value any double; -0.0 gives {@code -0.0}
   */
  public static String format(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    return (value < 0 ? "-" : "") + layOut(shortest(Math.abs(value)));
  }

  /**
   * The shortest decimal that reads back to the value.
   *
   * @param value finite and above 0
   */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = value < Double.MIN_NORMAL ? 1 : ALWAYS_SURVIVES;
        digits < ALWAYS_ENOUGH;
        digits++) {
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return candidate.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(ALWAYS_ENOUGH)).stripTrailingZeros();
  }

  private static String layOut(BigDecimal decimal) {
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT) {
      String plain = decimal.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = decimal.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
  }
}
