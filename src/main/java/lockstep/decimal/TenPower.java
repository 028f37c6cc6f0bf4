package lockstep.decimal;

import java.math.BigInteger;

/**
 * A power of ten in 126 bits, rounded up: (g - 1) · 2^exponent ≤ 10^n ≤ g · 2^exponent, and g has
 * 126 bits.
 *
 * @param high the upper 63 bits of g
 * @param low the lower 63 bits of g
 * @param exponent of the factor, floor(log2(10^n)) - 125
 */
record TenPower(long high, long low, int exponent) {
  /** Of g. */
  static final int BITS = 126;

  private static final int LARGEST = 330;
  private static final TenPower[] KNOWN = new TenPower[2 * LARGEST + 1];

  /**
   * The power, computed when it is first asked for. Threads may do so twice, with equal results.
   *
   * @param n the power of ten, from -330 to 330
   */
  static TenPower of(int n) {
    TenPower known = KNOWN[n + LARGEST];
    if (known == null) {
      known = computed(n);
      KNOWN[n + LARGEST] = known;
    }
    return known;
  }

  private static TenPower computed(int n) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(n));
    int exponent = (n < 0 ? -power.bitLength() : power.bitLength() - 1) - (BITS - 1);
    BigInteger g =
        (n < 0 ? inverse(power, -exponent) : shifted(power, -exponent)).add(BigInteger.ONE);
    return new TenPower(
        g.shiftRight(63).longValueExact(), g.longValue() & Long.MAX_VALUE, exponent);
  }

  private static BigInteger inverse(BigInteger power, int bits) {
    return BigInteger.ONE.shiftLeft(bits).divide(power);
  }

  private static BigInteger shifted(BigInteger power, int bits) {
    return bits < 0 ? power.shiftRight(-bits) : power.shiftLeft(bits);
  }
}
