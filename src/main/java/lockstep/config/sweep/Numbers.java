package lockstep.config.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Place;
import lockstep.decimal.ShortestDecimal;

/** Numbers that a sweep makes, as they are written in files. */
final class Numbers {
  private static final int LARGEST_EXPONENT = 300;

  private Numbers() {}

  /** The value of a number that stands at a place. */
  static Node node(Place place, double value) {
    return new Scalar(place, show(value), true);
  }

  /** The shortest decimal, without a trailing {@code .0}. */
  static String show(double value) {
    String text = ShortestDecimal.format(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /**
   * The double nearest to low + (high - low) · part / parts, so that tenths are tenths.
   *
   * @param parts at least 1
   */
  static BigDecimal between(BigDecimal low, BigDecimal high, int part, int parts) {
    BigDecimal weighted =
        low.multiply(BigDecimal.valueOf(parts - part)).add(high.multiply(BigDecimal.valueOf(part)));
    return weighted.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128);
  }

  /** Ten to some power; exact where the exponent is whole. */
  static double powerOfTen(BigDecimal exponent) {
    boolean whole =
        exponent.stripTrailingZeros().scale() <= 0
            && exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) <= 0;
    return whole
        ? new BigDecimal(BigInteger.ONE, -exponent.intValueExact()).doubleValue()
        : StrictMath.pow(10, exponent.doubleValue());
  }
}
