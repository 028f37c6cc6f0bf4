package lockstep.matrix;

import java.math.BigDecimal;
import java.math.MathContext;

/** Functions by their series, in decimal numbers of 120 digits: slow and simple. */
final class DecimalFunctions {
  private static final MathContext DIGITS = new MathContext(120);
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-110");
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int HALVINGS = 12;

  private static final BigDecimal ROOT_OF_PI = pi(DIGITS).sqrt(DIGITS);

  private DecimalFunctions() {}

  static BigDecimal exp(double x) {
    return exp(new BigDecimal(x));
  }

  /** Σ xⁿ / n! for x / 4096, then squared twelve times. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal part = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
      term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** By two steps of Halley's method from 16 digits, each of which triples their number. */
  static BigDecimal log(double x) {
    return log(new BigDecimal(x), StrictMath.log(x));
  }

  private static BigDecimal log(BigDecimal argument, double rough) {
    BigDecimal value = new BigDecimal(rough);
    for (int step = 0; step < 2; step++) {
      BigDecimal power = exp(value);
      BigDecimal difference = argument.subtract(power).multiply(TWO);
      value = value.add(difference.divide(argument.add(power), DIGITS), DIGITS);
    }
    return value;
  }

  /** eˣ - 1; where nearly all digits would cancel, x + x²/2 + x³/6, right to 60 digits. */
  static BigDecimal expm1(double x) {
    BigDecimal argument = new BigDecimal(x);
    if (Math.abs(x) < 1e-20) {
      BigDecimal cube = argument.pow(3).divide(BigDecimal.valueOf(6), DIGITS);
      return argument.add(argument.pow(2).divide(TWO)).add(cube);
    }
    return exp(argument).subtract(ONE);
  }

  /** ln(1 + x) like {@link #log}; close to 0, x - x²/2 + x³/3, right to 60 digits. */
  static BigDecimal log1p(double x) {
    BigDecimal argument = new BigDecimal(x);
    if (Math.abs(x) < 1e-20) {
      BigDecimal cube = argument.pow(3).divide(BigDecimal.valueOf(3), DIGITS);
      return argument.subtract(argument.pow(2).divide(TWO)).add(cube);
    }
    return log(argument.add(ONE), StrictMath.log1p(x));
  }

  static BigDecimal sin(double x) {
    return sin(QuarterTurns.of(x));
  }

  static BigDecimal cos(double x) {
    return sin(QuarterTurns.of(x).next());
  }

  /** Σ (-1)ⁿ xᵏ / k! over odd or even k. */
  private static BigDecimal sin(QuarterTurns angle) {
    BigDecimal square = angle.rest().pow(2).round(DIGITS);
    BigDecimal term = angle.isSine() ? angle.rest().round(DIGITS) : ONE;
    BigDecimal negligible = term.abs().multiply(NEGLIGIBLE);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = angle.isSine() ? 1 : 0; term.abs().compareTo(negligible) > 0; k += 2) {
      sum = sum.add(term, DIGITS);
      BigDecimal divisor = BigDecimal.valueOf(-(k + 1L) * (k + 2));
      term = term.multiply(square, DIGITS).divide(divisor, DIGITS);
    }
    return angle.isNegative() ? sum.negate() : sum;
  }

  /** (e²ˣ - 1) / (e²ˣ + 1); where all digits would cancel, x - x³ / 3, right to 60 digits. */
  static BigDecimal tanh(double x) {
    if (Math.abs(x) < 1e-15) {
      BigDecimal argument = new BigDecimal(x);
      return argument.subtract(argument.pow(3).divide(BigDecimal.valueOf(3), DIGITS));
    }
    BigDecimal power = exp(new BigDecimal(x).multiply(TWO));
    return power.subtract(ONE).divide(power.add(ONE), DIGITS);
  }

  static BigDecimal sigmoid(double x) {
    BigDecimal power = exp(x);
    return power.divide(power.add(ONE), DIGITS);
  }

  /** 2/√π Σ (-1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)). */
  static BigDecimal erf(double x) {
    BigDecimal square = new BigDecimal(x).pow(2);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = new BigDecimal(x);
    BigDecimal negligible = term.abs().multiply(NEGLIGIBLE);
    for (int n = 1; term.abs().compareTo(negligible) > 0; n++) {
      sum = sum.add(term.divide(BigDecimal.valueOf(2 * n - 1), DIGITS), DIGITS);
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(-n), DIGITS);
    }
    return sum.multiply(TWO).divide(ROOT_OF_PI, DIGITS);
  }

  /** By Machin's formula, 16 arctan(1/5) - 4 arctan(1/239). */
  static BigDecimal pi(MathContext digits) {
    return arcTangentOfReciprocal(5, digits)
        .multiply(BigDecimal.valueOf(16))
        .subtract(arcTangentOfReciprocal(239, digits).multiply(BigDecimal.valueOf(4)));
  }

  private static BigDecimal arcTangentOfReciprocal(int divisor, MathContext digits) {
    BigDecimal negligible = ONE.movePointLeft(digits.getPrecision());
    BigDecimal term = ONE.divide(BigDecimal.valueOf(divisor), digits);
    BigDecimal square = BigDecimal.valueOf((long) divisor * divisor);
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; term.abs().compareTo(negligible) > 0; n += 2) {
      sum = sum.add(term.divide(BigDecimal.valueOf(n), digits));
      term = term.divide(square, digits).negate();
    }
    return sum;
  }
}
