package lockstep.matrix;

/**
 * exp, log, expm1, log1p, tanh and the logistic function as fixed sequences of IEEE additions,
 * multiplications and divisions, so that every JDK, compiler and processor gives the same bits.
 *
 * <p>None uses a fused operation or a table: what is written here for one number is done by SIMD
 * kernels for several at a time, operation by operation. Errors against the true value, in units in
 * the last place: {@link #exp} below 0.7 (below 1 where the result is subnormal), {@link #log} and
 * {@link #log1p} below 0.9, {@link #expm1} below 1, {@link #tanh} below 1.5, {@link #sigmoid} below
 * 2; {@code docs/numerics.md} has what was measured. The polynomials are near-minimax (Chebyshev
 * expansions cut off where the rest is below 1/500 of a unit in the last place).
 */
public final class ElementaryFunctions {
  /** Up to this |x| the result of exp(x) is a normal number and is scaled in one step. */
  public static final double EXP_ORDINARY = 708;

  /** Below this the sigmoid is computed from eᶻ. */
  public static final double SIGMOID_SMALL = -36;

  /** Beyond this the tanh is 1 to the last bit. */
  public static final double TANH_SATURATED = 22;

  /** Added to and subtracted from a number below 2⁵¹, it rounds it to an integer. */
  public static final double ROUNDER = 0x1.8p52;

  /** log₂ e. */
  public static final double LOG2_E = 0x1.71547652b82fep+0;

  /** ln 2 to 41 bits: any multiple by an exponent is exact. */
  public static final double LN2_HIGH = 0x1.62e42fefa3000p-1;

  /** The rest of ln 2. */
  public static final double LN2_LOW = 0x1.3de6af278ece6p-42;

  /** (eʳ - 1 - r) / r² for |r| at most ln 2 / 2, by powers of r. */
  public static final double P0 = 0.5;

  public static final double P1 = 0x1.5555555555557p-3;
  public static final double P2 = 0x1.5555555555556p-5;
  public static final double P3 = 0x1.11111111100d5p-7;
  public static final double P4 = 0x1.6c16c16c162d0p-10;
  public static final double P5 = 0x1.a01a01abebbffp-13;
  public static final double P6 = 0x1.a01a01a6daaf4p-16;
  public static final double P7 = 0x1.71de0225ac891p-19;
  public static final double P8 = 0x1.27e4db5d9cf0fp-22;
  public static final double P9 = 0x1.af4e02455a3a8p-26;
  public static final double P10 = 0x1.1f7311722aebfp-29;

  /** (ln((1 + s) / (1 - s)) - 2s) / s³ for s² = z, by powers of z. */
  public static final double Q0 = 0x1.5555555555558p-1;

  public static final double Q1 = 0x1.99999999952d7p-2;
  public static final double Q2 = 0x1.2492492df281ap-2;
  public static final double Q3 = 0x1.c71c62e3f11e6p-3;
  public static final double Q4 = 0x1.7462b51cb66b1p-3;
  public static final double Q5 = 0x1.39fe51a7c18f9p-3;
  public static final double Q6 = 0x1.2b5900de53b32p-3;

  /** The bits of √½: where mantissas are cut, so that they lie around 1. */
  public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** The bits of 2, an exponent of 1024. */
  public static final long TWO_BITS = 0x4000000000000000L;

  /** The bits of 2⁵²: the bits of a small whole number, put below it, make 2⁵² plus that number. */
  public static final long INTEGER_BITS = 0x4330000000000000L;

  /** 2⁵² + 1024. */
  public static final double INTEGER_BIAS = 0x1p52 + 1024;

  /** The bits of a mantissa. */
  public static final long MANTISSA = 0x000fffffffffffffL;

  /** Below this |x| both eˣ - 1 and ln(1 + x) are x to the last bit. */
  private static final double LINEAR = 0x1p-54;

  /** Beyond this, 1 does not count in eˣ - 1, or is all that counts. */
  private static final double EXPM1_ORDINARY = 40;

  /** √½ - 1 and √2 - 1, between which ln(1 + x) needs no power of two. */
  private static final double LOG1P_LOW = -0x1.2bec333018867p-2;

  private static final double LOG1P_HIGH = 0x1.a827999fcef32p-2;
  private static final double UNDERFLOW = -746;
  private static final double OVERFLOW = 710;

  private ElementaryFunctions() {}

  /**
   * eˣ, from x = k ln 2 + r by eˣ = 2ᵏ (1 + r + r² P(r)).
   *
   * @param x any number; exp(-∞) = 0, exp(∞) = ∞, exp(NaN) = NaN
   */
  public static double exp(double x) {
    if (!(Math.abs(x) <= EXP_ORDINARY)) {
      return extremeExp(x);
    }
    double shifted = x * LOG2_E + ROUNDER;
    double k = shifted - ROUNDER;
    return expOfRest(x - k * LN2_HIGH, k * LN2_LOW) * powerOfTwo(shifted);
  }

  /** Scales in two steps, of which only the second can round, underflow or overflow. */
  private static double extremeExp(double x) {
    double bounded = x > OVERFLOW ? OVERFLOW : x < UNDERFLOW ? UNDERFLOW : x;
    double k = bounded * LOG2_E + ROUNDER - ROUNDER;
    double half = k * 0.5 + ROUNDER;
    double otherHalf = k - (half - ROUNDER) + ROUNDER;
    double value = expOfRest(bounded - k * LN2_HIGH, k * LN2_LOW);
    return value * powerOfTwo(half) * powerOfTwo(otherHalf);
  }

  /** e to the power of (high - low); the sum is built so that it is rounded once, at its end. */
  private static double expOfRest(double high, double low) {
    double r = high - low;
    double sum = 1 + r;
    double rest = ((1 - sum) + r) + ((high - r) - low);
    return sum + (quadraticPart(r) + rest);
  }

  /** r² P(r), as r²/2 and a rest whose rounding hardly counts. */
  private static double quadraticPart(double r) {
    double s = r * r;
    double even = (((P10 * s + P8) * s + P6) * s + P4) * s + P2;
    double odd = (((P9 * s + P7) * s + P5) * s + P3) * s + P1;
    return P0 * s + s * (odd * r + even * s);
  }

  /** 2ᵏ for {@code shifted = k + ROUNDER}: k stands in its last bits. */
  private static double powerOfTwo(double shifted) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
  }

  /**
   * eˣ - 1 without loss of digits at 0: with x = k ln 2 + r it is (2ᵏ - 1) + 2ᵏ r + 2ᵏ (r² P(r)).
   *
   * @param x any number; -1 for -∞, ∞ for ∞, NaN for NaN, and the sign of a zero is kept
   */
  public static double expm1(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < LINEAR) {
      return x;
    }
    if (!(magnitude <= EXPM1_ORDINARY)) {
      return x < 0 ? -1 : exp(x);
    }
    double shifted = x * LOG2_E + ROUNDER;
    double k = shifted - ROUNDER;
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double power = powerOfTwo(shifted);
    double tail = power * (quadraticPart(r) + ((high - r) - low));
    double whole = power - 1;
    double wholeRest = k < 0 ? power - (whole + 1) : (power - whole) - 1;
    double linear = power * r;
    double sum = whole + linear;
    return sum + (((whole - sum) + linear) + (tail + wholeRest));
  }

  /**
   * The natural logarithm, from x = 2ᵏ (1 + f) with 1 + f between √½ and √2.
   *
   * @param x any number; log(0) = -∞, log(∞) = ∞, NaN below 0 and for NaN
   */
  public static double log(double x) {
    if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
      return logOfScaled(x, 0);
    }
    if (x > 0 && x < 1) {
      return logOfScaled(x * 0x1p54, -54);
    }
    return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
  }

  /** With s = f / (2 + f): ln(1 + f) = f - (f²/2 - s (f²/2 + s² Q(s²))). */
  private static double logOfScaled(double x, double exponent) {
    long offset = Double.doubleToRawLongBits(x) - SQRT_HALF_BITS + TWO_BITS;
    double k = Double.longBitsToDouble((offset >>> 52) | INTEGER_BITS) - INTEGER_BIAS + exponent;
    double f = Double.longBitsToDouble((offset & MANTISSA) + SQRT_HALF_BITS) - 1;
    double s = f / (2 + f);
    double halfSquare = 0.5 * f * f;
    double tail = halfSquare - (s * (halfSquare + logPolynomial(s * s)) + k * LN2_LOW);
    double high = k * LN2_HIGH;
    double sum = high + f;
    return sum + (((high - sum) + f) - tail);
  }

  /**
   * ln(1 + x) without loss of digits at 0: like {@link #log}, with f = x around 0, and elsewhere
   * with what the rounding of 1 + x has cut off put back.
   *
   * @param x any number; log1p(-1) = -∞, log1p(∞) = ∞, NaN below -1 and for NaN, and the sign of a
   *     zero is kept
   */
  public static double log1p(double x) {
    if (Math.abs(x) < LINEAR) {
      return x;
    }
    if (x > LOG1P_LOW && x < LOG1P_HIGH) {
      double s = x / (2 + x);
      double halfSquare = 0.5 * x * x;
      return x - (halfSquare - s * (halfSquare + logPolynomial(s * s)));
    }
    double sum = 1 + x;
    double cutOff = x > 1 ? 1 - (sum - x) : x - (sum - 1);
    return x > -1 && x <= Double.MAX_VALUE ? logOfSum(sum, cutOff / sum) : log(sum);
  }

  /** ln of a normal number, plus a small correction. */
  private static double logOfSum(double x, double correction) {
    long offset = Double.doubleToRawLongBits(x) - SQRT_HALF_BITS + TWO_BITS;
    double k = Double.longBitsToDouble((offset >>> 52) | INTEGER_BITS) - INTEGER_BIAS;
    double f = Double.longBitsToDouble((offset & MANTISSA) + SQRT_HALF_BITS) - 1;
    double s = f / (2 + f);
    double halfSquare = 0.5 * f * f;
    double small = k * LN2_LOW + correction;
    double tail = halfSquare - (s * (halfSquare + logPolynomial(s * s)) + small);
    double high = k * LN2_HIGH;
    double sum = high + f;
    return sum + (((high - sum) + f) - tail);
  }

  /** z Q(z), as even and odd part. */
  private static double logPolynomial(double z) {
    double w = z * z;
    double even = ((Q6 * w + Q4) * w + Q2) * w + Q0;
    double odd = (Q5 * w + Q3) * w + Q1;
    return (odd * z + even) * z;
  }

  /**
   * The logistic function 1 / (1 + e⁻ᶻ), by that formula from -36 on: it is accurate there, and
   * published numbers have its last digits.
   *
   * <p>Below, where the formula would lose a digit and at last overflow, it is eᶻ / (1 + eᶻ), with
   * what the rounding of 1 + eᶻ has cut off put back.
   *
   * @param z any number; 0 for -∞, 1 for ∞, NaN for NaN
   */
  public static double sigmoid(double z) {
    if (!(z < SIGMOID_SMALL)) {
      return 1 / (1 + exp(-z));
    }
    double power = exp(z);
    double divisor = 1 + power;
    double quotient = power / divisor;
    return quotient - quotient * ((1 - divisor) + power);
  }

  /**
   * The hyperbolic tangent, as m / (m + 2) with m = e²ˣ - 1 for x at least 0.
   *
   * <p>With y = 2x, m = (2ᵏ - 1) + 2ᵏ r + 2ᵏ (r² P(r)). What the rounding of m and of m + 2 has cut
   * off is put back, with (1 - q) / 2 as the reciprocal of m + 2.
   *
   * @param x any number; ±1 for ±∞, NaN for NaN, and the sign of a zero is kept
   */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    double bounded = magnitude > TANH_SATURATED ? TANH_SATURATED : magnitude;
    double y = bounded + bounded;
    double shifted = y * LOG2_E + ROUNDER;
    double k = shifted - ROUNDER;
    double high = y - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double power = powerOfTwo(shifted);
    double tail = power * (quadraticPart(r) + ((high - r) - low));
    return Math.copySign(quotient(power - 1, power * r, tail), x);
  }

  /** m / (m + 2) for m = whole + linear + tail, where whole is 0 or the largest. */
  private static double quotient(double whole, double linear, double tail) {
    double sum = whole + linear;
    double rest = ((whole - sum) + linear) + tail;
    double m = sum + rest;
    double divisor = 2 + m;
    double quotient = m / divisor;
    double added = divisor - 2;
    double divisorRest = (2 - (divisor - added)) + (m - added);
    double ownRest = (sum - m) + rest;
    double cutOff = ownRest - quotient * (ownRest + divisorRest);
    return quotient + cutOff * (0.5 * (1 - quotient));
  }
}
