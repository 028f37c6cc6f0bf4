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

  /** 2 / √π. */
  static final DoubleDouble TWO_OVER_ROOT_PI =
      new DoubleDouble(0x1.20dd750429b6dp+0, 0x1.1ae3a914fed80p-56);

  static final DoubleDouble ONE = of(1);

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

  /** ln x for a positive double; near 1 by the series, so that no digits cancel. */
  static DoubleDouble log(double x) {
    return Math.abs(x - 1) < 0x1p-10 ? logNearOne(of(x - 1)) : logFromNewton(of(x));
  }

  /** f - f²/2 + f³/3 - ... */
  private static DoubleDouble logNearOne(DoubleDouble f) {
    DoubleDouble sum = of(0);
    for (int n = 13; n >= 1; n--) {
      sum = ONE.dividedBy(of(n)).plus(f.times(sum).negated());
    }
    return f.times(sum);
  }

  /** By one step of Newton's method from a rough value. */
  private static DoubleDouble logFromNewton(DoubleDouble x) {
    int exponent = Math.getExponent(x.high);
    exponent += Math.scalb(x.high, -exponent) > 1.4 ? 1 : 0;
    DoubleDouble mantissa = x.scaled(-exponent);
    DoubleDouble rough = of(StrictMath.log(mantissa.high));
    // y + m - m²/2 with m = mantissa e^-y - 1
    DoubleDouble m = mantissa.times(rough.negated().expMinusOne().plus(ONE)).plus(of(-1));
    DoubleDouble exact = rough.plus(m).plus(m.times(m).scaled(-1).negated());
    return exact.plus(LN2.times(of(exponent)));
  }

  /** ln (1 + x) for x above -1, which is x itself to 30 digits below 2⁻¹⁰⁰. */
  static DoubleDouble log1p(double x) {
    if (Math.abs(x) < 0x1p-100) {
      return of(x);
    }
    return Math.abs(x) < 0x1p-10 ? logNearOne(of(x)) : logFromNewton(sum(1, x));
  }

  /** sin of a number of at most 1: x - x³/3! + x⁵/5! - ... */
  DoubleDouble sinOfSmall() {
    DoubleDouble square = times(this);
    DoubleDouble sum = of(0);
    for (int n = 30; n >= 2; n -= 2) {
      sum = square.times(ONE.plus(sum)).dividedBy(of(n * (n + 1))).negated();
    }
    return plus(times(sum));
  }

  /** cos of a number of at most 1: 1 - x²/2! + x⁴/4! - ... */
  DoubleDouble cosOfSmall() {
    DoubleDouble square = times(this);
    DoubleDouble sum = of(0);
    for (int n = 30; n >= 2; n -= 2) {
      sum = square.times(ONE.plus(sum)).dividedBy(of(n * (n - 1))).negated();
    }
    return ONE.plus(sum);
  }

  /** tanh x, which is x itself to 36 digits below 2⁻⁶⁰. */
  static DoubleDouble tanh(double x) {
    if (Math.abs(x) < 0x1p-60) {
      return of(x);
    }
    DoubleDouble m = of(2 * x).expMinusOne();
    return m.dividedBy(m.plus(of(2)));
  }

  /**
   * erf x for |x| from 2⁻⁶⁰ to 7, as 2/√π x e^(-x²) Σ (2x²)ⁿ / (1 · 3 · 5 ... (2n + 1)): all terms
   * are positive.
   */
  static DoubleDouble erf(double x) {
    DoubleDouble square = of(x).times(of(x));
    DoubleDouble sum = of(0);
    for (int n = 30 + (int) (4.5 * square.high); n >= 1; n--) {
      sum = square.scaled(1).times(ONE.plus(sum)).dividedBy(of(2 * n + 1));
    }
    DoubleDouble exponent = square.negated();
    DoubleDouble power = exponent.expWithoutPower().scaled(exponent.exponent());
    return of(x).times(TWO_OVER_ROOT_PI).times(power).times(ONE.plus(sum));
  }
}
