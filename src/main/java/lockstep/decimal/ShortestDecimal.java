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
    double magnitude = Math.abs(value);
    StringBuilder text = new StringBuilder(value < 0 ? "-" : "");
    if (magnitude < Double.MIN_NORMAL) {
      BigDecimal decimal = shortestBelowNormal(magnitude);
      layOut(decimal.unscaledValue().longValueExact(), -decimal.scale(), text);
    } else {
      ShortestSearch search = new ShortestSearch(magnitude);
      layOut(search.digits(), search.power(), text);
    }
    return text.toString();
  }

  /** The same for a subnormal number, which may have fewer than 16 significant digits. */
  private static BigDecimal shortestBelowNormal(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ALWAYS_ENOUGH; digits++) {
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return candidate;
        }
      }
    }
    return exact.round(new MathContext(ALWAYS_ENOUGH));
  }

  /** Writes digits · 10^power, digits above 0. */
  private static void layOut(long digits, int power, StringBuilder text) {
    long significant = digits;
    int scale = power;
    while (significant % 10 == 0) {
      significant /= 10;
      scale++;
    }
    int start = text.length();
    text.append(significant);
    int exponent = scale + text.length() - start - 1;
    if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= LARGEST_PLAIN_EXPONENT) {
      if (text.length() > start + 1) {
        text.insert(start + 1, '.');
      }
      text.append(exponent < 0 ? "e" : "e+").append(exponent);
    } else if (exponent < 0) {
      text.insert(start, "0.00000", 0, 1 - exponent);
    } else {
      text.append("0".repeat(Math.max(0, scale)));
      text.insert(start + exponent + 1, '.');
      text.append(scale < 0 ? "" : "0");
    }
  }
}
