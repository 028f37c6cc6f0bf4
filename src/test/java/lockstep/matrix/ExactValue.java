package lockstep.matrix;

/**
 * The true value of a function at a double, to about 30 digits: it may lie beyond the range of
 * doubles, or among the subnormal ones.
 *
 * @param scaled the value without its power of two
 * @param exponent the power of two, at most 1024
 */
record ExactValue(DoubleDouble scaled, int exponent) {
  private static final double SMALL = 0x1p-60;
  private static final int FAR = 600;

  static ExactValue of(DoubleDouble value) {
    return new ExactValue(value, 0);
  }

  static ExactValue exp(double x) {
    DoubleDouble argument = DoubleDouble.of(x);
    return new ExactValue(argument.expWithoutPower(), argument.exponent());
  }

  static ExactValue log(double x) {
    return of(DoubleDouble.log(x));
  }

  /** x itself, to 30 digits, where its square is beyond them. */
  static ExactValue expm1(double x) {
    DoubleDouble argument = DoubleDouble.of(x);
    return Math.abs(x) < 0x1p-100 ? of(argument) : x > FAR ? exp(x) : of(argument.expMinusOne());
  }

  static ExactValue log1p(double x) {
    return of(DoubleDouble.log1p(x));
  }

  static ExactValue sin(double x) {
    return of(QuarterTurns.of(x).sin());
  }

  static ExactValue cos(double x) {
    return of(QuarterTurns.of(x).cos());
  }

  static ExactValue tanh(double x) {
    return of(DoubleDouble.tanh(x));
  }

  /** eˣ / (1 + eˣ), and 1 / (1 + e⁻ˣ) for x above 0, of which neither overflows. */
  static ExactValue sigmoid(double x) {
    ExactValue power = exp(-Math.abs(x));
    DoubleDouble sum = power.scaled.scaled(power.exponent).plus(DoubleDouble.ONE);
    return x < 0
        ? new ExactValue(power.scaled.dividedBy(sum), power.exponent)
        : of(DoubleDouble.ONE.dividedBy(sum));
  }

  /** Close to 0 it is 2x / √π to 36 digits, computed far from the subnormal numbers. */
  static ExactValue erf(double x) {
    if (Math.abs(x) >= SMALL) {
      return of(DoubleDouble.erf(x));
    }
    DoubleDouble scaled = DoubleDouble.of(Math.scalb(x, FAR));
    return new ExactValue(scaled.times(DoubleDouble.TWO_OVER_ROOT_PI), -FAR);
  }

  /**
   * The distance of a double from this value in units of this value's last place, which among
   * subnormal numbers is the smallest of them.
   */
  double ulpsFrom(double value) {
    double unit = Math.max(Math.ulp(scaled.high()), Math.scalb(1.0, -1074 - exponent));
    double distance = Math.scalb(value, -exponent) - scaled.high() - scaled.low();
    return Math.abs(distance) / unit;
  }
}
