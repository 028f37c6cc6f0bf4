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

  /** The square root of the number that Machin's formula gives. */
  private static final BigDecimal ROOT_OF_PI =
      arcTangentOfReciprocal(5)
          .multiply(BigDecimal.valueOf(16))
          .subtract(arcTangentOfReciprocal(239).multiply(BigDecimal.valueOf(4)))
          .sqrt(DIGITS);

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
    BigDecimal argument = new BigDecimal(x);
    BigDecimal value = new BigDecimal(StrictMath.log(x));
    for (int step = 0; step < 2; step++) {
      BigDecimal power = exp(value);
      BigDecimal difference = argument.subtract(power).multiply(TWO);
      value = value.add(difference.divide(argument.add(power), DIGITS), DIGITS);
    }
    return value;
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

  private static BigDecimal arcTangentOfReciprocal(int divisor) {
    BigDecimal term = ONE.divide(BigDecimal.valueOf(divisor), DIGITS);
    BigDecimal square = BigDecimal.valueOf((long) divisor * divisor);
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n += 2) {
      sum = sum.add(term.divide(BigDecimal.valueOf(n), DIGITS));
      term = term.divide(square, DIGITS).negate();
    }
    return sum;
  }
}
