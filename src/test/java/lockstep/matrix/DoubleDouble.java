package lockstep.matrix;

/**
 * Numbers of about 31 digits, each an unevaluated sum of two doubles: the reference for functions.
 *
 * @param high the number, rounded to a double
 * @param low the rest
 */
record DoubleDouble(double high, double low) {
  /** ln 2. */
  static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

  private static final DoubleDouble ONE = of(1);
  private static final int SQUARINGS = 8;
  private static final int TERMS = 14;

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  private static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble highs = sum(high, other.high);
    DoubleDouble lows = sum(low, other.low);
    DoubleDouble first = sum(highs.high, highs.low + lows.high);
    return sum(first.high, first.low + lows.low);
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double rest = Math.fma(high, other.high, -product) + (high * other.low + low * other.high);
    return sum(product, rest);
  }

  DoubleDouble dividedBy(DoubleDouble other) {
    DoubleDouble first = of(high / other.high);
    DoubleDouble rest = plus(first.times(other).negated());
    DoubleDouble second = of(rest.high / other.high);
    DoubleDouble last = rest.plus(second.times(other).negated());
    return first.plus(second).plus(of(last.high / other.high));
  }

  DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }

  /** eˣ / 2ᵏ, where k = {@link #exponent()}: it can neither overflow nor underflow. */
  DoubleDouble expWithoutPower() {
    DoubleDouble rest = plus(LN2.times(of(exponent())).negated()).scaled(-SQUARINGS);
    // e^rest - 1, so that squaring loses no digits: (1 + m)² - 1 = 2m + m².
    DoubleDouble m = of(0);
    for (int n = TERMS; n >= 1; n--) {
      m = rest.times(ONE.plus(m)).dividedBy(of(n));
    }
    for (int i = 0; i < SQUARINGS; i++) {
      m = m.scaled(1).plus(m.times(m));
    }
    return ONE.plus(m);
  }

  int exponent() {
    return (int) Math.rint(high / LN2.high);
  }

  /** eˣ - 1 for small and moderate x, without cancellation near 0. */
  DoubleDouble expMinusOne() {
    if (Math.abs(high) > 0.3) {
      return expWithoutPower().scaled(exponent()).plus(of(-1));
    }
    DoubleDouble m = of(0);
    for (int n = 30; n >= 1; n--) {
      m = times(ONE.plus(m)).dividedBy(of(n));
    }
    return m;
  }

  /** ln x for a positive normal double, by one step of Newton's method from a rough value. */
  static DoubleDouble log(double x) {
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    exponent += mantissa > 1.4 ? 1 : 0;
    mantissa = mantissa > 1.4 ? mantissa / 2 : mantissa;
    DoubleDouble rough = of(StrictMath.log(mantissa));
    // y + m - m²/2 with m = mantissa e^-y - 1
    DoubleDouble m = of(mantissa).times(rough.negated().expMinusOne().plus(ONE)).plus(of(-1));
    DoubleDouble exact = rough.plus(m).plus(m.times(m).scaled(-1).negated());
    return exact.plus(LN2.times(of(exponent)));
  }

  static DoubleDouble tanh(double x) {
    DoubleDouble m = of(2 * x).expMinusOne();
    return m.dividedBy(m.plus(of(2)));
  }

  /** The distance of a double from this number, in units of this number's last place. */
  double ulpsFrom(double value) {
    return Math.abs((value - high) - low) / Math.ulp(high);
  }
}
