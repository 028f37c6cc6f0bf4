package lockstep.matrix;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An angle as quarter turns and a rest, from 80 digits of π behind those that the turns need: up to
 * 400 for the largest doubles.
 *
 * @param turns the number of quarter turns, modulo 4
 * @param rest the rest in radians, from -π/4 to π/4
 */
record QuarterTurns(int turns, BigDecimal rest) {
  private static final MathContext DIGITS = new MathContext(500);
  private static final BigDecimal HALF_PI =
      DecimalFunctions.pi(DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
  private static final int BEHIND_THE_TURNS = 80;
  private static final double SMALL = 0x1p-60;

  static QuarterTurns of(double x) {
    BigDecimal argument = new BigDecimal(x);
    if (Math.abs(x) < SMALL) {
      return new QuarterTurns(0, argument);
    }
    int before = Math.max(0, argument.precision() - argument.scale());
    MathContext digits = new MathContext(before + BEHIND_THE_TURNS);
    BigDecimal halfPi = HALF_PI.round(digits);
    BigDecimal turns = argument.divide(halfPi, digits).setScale(0, RoundingMode.HALF_EVEN);
    int quadrant = turns.toBigInteger().mod(BigInteger.valueOf(4)).intValue();
    return new QuarterTurns(quadrant, argument.subtract(turns.multiply(halfPi)));
  }

  QuarterTurns next() {
    return new QuarterTurns((turns + 1) % 4, rest);
  }

  boolean isSine() {
    return turns % 2 == 0;
  }

  boolean isNegative() {
    return turns > 1;
  }

  /** The sine to about 30 digits; that of a very small angle is the angle. */
  DoubleDouble sin() {
    double high = rest.doubleValue();
    if (isSine() && Math.abs(high) < SMALL) {
      DoubleDouble small = new DoubleDouble(high, low(high));
      return isNegative() ? small.negated() : small;
    }
    DoubleDouble angle = new DoubleDouble(high, low(high));
    DoubleDouble value = isSine() ? angle.sinOfSmall() : angle.cosOfSmall();
    return isNegative() ? value.negated() : value;
  }

  private double low(double high) {
    return rest.subtract(new BigDecimal(high)).doubleValue();
  }

  DoubleDouble cos() {
    return next().sin();
  }
}
