package lockstep.decimal;

/**
 * Finds the shortest decimal d · 10^k that reads back to a normal double v = c · 2^q, and of these
 * the nearest one, by the method of Raffaello Giulietti, "The Schubfach way to render doubles",
 * 2020, sections 8 and 9.
 *
 * <p>The decimals that read back to v lie between (c - 1/2) 2^q, or (c - 1/4) 2^q where c is the
 * smallest, and (c + 1/2) 2^q; the borders belong to them if c is even. With the k for which 10^k
 * is at most as long as this interval and 10^(k+1) longer, at most one multiple of 10^(k+1) lies in
 * it, and it is the shortest; otherwise one of the two multiples of 10^k around v does. Only
 * comparisons of v and the borders with such multiples are needed. They are made on four times the
 * quotients by 10^k, rounded to odd: their last bit is set wherever something was cut off.
 *
 * <p>Where v is just between two decimals of 17 digits, the larger one is taken, as {@link
 * java.math.MathContext} rounds; Giulietti takes the even one, and so do we where they have fewer
 * digits.
 */
final class ShortestSearch {
  private static final int FRACTION_BITS = 52;
  private static final long SMALLEST_SIGNIFICAND = 1L << FRACTION_BITS;
  private static final int EXPONENT_BIAS = 1023 + FRACTION_BITS;
  private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;
  private static final long LOW_63 = Long.MAX_VALUE;

  private final long digits;
  private final int power;

  /**
   * Searches.
   *
   * @param value v, at least {@link Double#MIN_NORMAL} and finite
   */
  ShortestSearch(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long c = bits & SMALLEST_SIGNIFICAND - 1 | SMALLEST_SIGNIFICAND;
    int q = (int) (bits >>> FRACTION_BITS) - EXPONENT_BIAS;
    boolean uneven = c == SMALLEST_SIGNIFICAND && q > 1 - EXPONENT_BIAS;
    this.power = uneven ? floorLog10OfThreeQuartersOfPower2(q) : floorLog10OfPower2(q);
    TenPower scale = TenPower.of(-power);
    int shift = q + scale.exponent() + TenPower.BITS + 1;
    long four = 4 * c;
    long border = c & 1;
    long middle = quotient(scale, four << shift);
    long low = quotient(scale, four - (uneven ? 1 : 2) << shift) + border;
    long high = quotient(scale, four + 2 << shift) - border;
    this.digits = nearest(middle, low, high);
  }

  /** d, from 16 to 18 digits; the last ones may be zeros. */
  long digits() {
    return digits;
  }

  /** k. */
  int power() {
    return power;
  }

  /** The decimal for four times the quotients of v and its borders; d must be from low to high. */
  private static long nearest(long middle, long low, long high) {
    long below = middle >> 2;
    long shortBelow = below / 10 * 10;
    if (low <= 4 * shortBelow != 4 * (shortBelow + 10) <= high) {
      return low <= 4 * shortBelow ? shortBelow : shortBelow + 10;
    }
    long above = below + 1;
    if (low <= 4 * below != 4 * above <= high) {
      return low <= 4 * below ? below : above;
    }
    long beyondHalf = middle - 2 * (below + above);
    boolean even = below % 2 == 0 && below < SEVENTEEN_DIGITS;
    return beyondHalf < 0 || beyondHalf == 0 && even ? below : above;
  }

  /** g · factor / 2^126 · 2^..., rounded to odd; g has 126 bits, in two halves. */
  private static long quotient(TenPower g, long factor) {
    long carried = Math.multiplyHigh(g.low(), factor);
    long middle = g.high() * factor;
    long sum = (middle >>> 1) + carried;
    long whole = Math.multiplyHigh(g.high(), factor) + (sum >>> 63);
    return whole | (sum & LOW_63) + LOW_63 >>> 63;
  }

  /** The whole part of log10(2^q), for |q| up to 1100: 661971961083 / 2^41 is close to log10(2). */
  static int floorLog10OfPower2(int q) {
    return (int) (q * 661_971_961_083L >> 41);
  }

  /** The whole part of log10(3/4 · 2^q), for |q| up to 1100. */
  static int floorLog10OfThreeQuartersOfPower2(int q) {
    return (int) (q * 661_971_961_083L - 274_743_187_321L >> 41);
  }
}
