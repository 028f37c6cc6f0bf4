package lockstep.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import lockstep.report.Digits;
import lockstep.statistics.Interval;

/**
 * Numbers that stand below each other, with as many decimals as their spread makes sense of.
 *
 * @param count how many decimals; below 0 to round each number on its own
 */
record Decimals(int count) {
  /** What stands where there is no number. */
  static final String NONE = "—";

  private static final int SIGNIFICANT = 5;
  private static final int MOST = 8;
  private static final double LARGEST_PLAIN = 1e9;
  private static final double SMALLEST_P = 0.0001;
  private static final String VERY_SMALL = "<\u00a00.0001";

  /**
   * Some significant digits of the smallest spread, or without one five of the smallest number.
   *
   * @param digits how many digits of the spread
   * @param numbers what is to be written
   * @param spreads their standard deviations or standard errors; those not above 0 do not count
   */
  static Decimals of(int digits, double[] numbers, double[] spreads) {
    OptionalDouble largest = sizes(numbers).max();
    OptionalDouble spread = sizes(spreads).min();
    int most = spread.isPresent() ? digits : SIGNIFICANT;
    double smallest = spread.orElse(sizes(numbers).min().orElse(1));
    int wanted = Math.max(0, most - 1 - exponent(smallest));
    int decimals = spread.isPresent() ? wanted : Math.min(wanted, needed(numbers));
    boolean plain = largest.orElse(0) < LARGEST_PLAIN && decimals <= MOST;
    return new Decimals(plain ? decimals : -1);
  }

  /** As many decimals as five significant digits of any number have without trailing zeros. */
  private static int needed(double[] numbers) {
    return sizes(numbers)
        .mapToInt(
            size ->
                new BigDecimal(size)
                    .round(new MathContext(SIGNIFICANT))
                    .stripTrailingZeros()
                    .scale())
        .map(scale -> Math.max(0, scale))
        .max()
        .orElse(0);
  }

  private static DoubleStream sizes(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).filter(size -> size > 0 && Double.isFinite(size));
  }

  private static int exponent(double size) {
    BigDecimal decimal = new BigDecimal(size);
    return decimal.precision() - decimal.scale() - 1;
  }

  String of(double number) {
    if (!Double.isFinite(number) || count < 0) {
      return signed(Digits.rounded(number, SIGNIFICANT));
    }
    BigDecimal rounded = new BigDecimal(number).setScale(count, RoundingMode.HALF_EVEN);
    return signed(rounded.toPlainString());
  }

  String of(OptionalDouble number) {
    return number.isPresent() ? of(number.getAsDouble()) : NONE;
  }

  String of(Interval interval) {
    return of(interval.low()) + " to " + of(interval.high());
  }

  /** A number on its own, with so many significant digits. */
  static String rounded(OptionalDouble number, int digits) {
    return number.isPresent() ? signed(Digits.rounded(number.getAsDouble(), digits)) : NONE;
  }

  /** A p value with three significant digits; very small ones only as such. */
  static String probability(OptionalDouble p) {
    return p.isPresent() && p.getAsDouble() < SMALLEST_P ? VERY_SMALL : rounded(p, 3);
  }

  /** A p value in a sentence: {@code p = 0.0625}, {@code p < 0.0001}. */
  static String sentence(OptionalDouble p) {
    String text = probability(p);
    return text.startsWith("<") ? "p " + text : "p = " + text;
  }

  private static String signed(String text) {
    return text.replace('-', '−');
  }
}
