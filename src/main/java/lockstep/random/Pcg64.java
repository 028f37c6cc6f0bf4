package lockstep.random;

/**
 * The generator PCG64 (XSL-RR) with NumPy's way of handing out halves.
 *
 * <p>The state s is a number of 128 bits. A step is s ← a·s + c modulo 2¹²⁸ with the fixed
 * multiplier a and an odd increment c; the output is the exclusive or of the two halves of the new
 * state, rotated to the right by its six highest bits.
 *
 * <p>Source: M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
 * Algorithms for Random Number Generation", 2014; NumPy 1.24, {@code pcg64.h}, {@code _pcg64.pyx}.
 */
final class Pcg64 {
  private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
  private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;
  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  private final long incrementHigh;
  private final long incrementLow;
  private long high;
  private long low;
  private boolean hasUpperHalf;
  private int upperHalf;

  /**
   * The generator that {@code numpy.random.PCG64(seed)} makes.
   *
   * @param seed at least 0
   */
  Pcg64(long seed) {
    long[] words = new SeedSequence(seed).words(4);
    incrementHigh = words[2] << 1 | words[3] >>> 63;
    incrementLow = words[3] << 1 | 1;
    step();
    add(words[0], words[1]);
    step();
  }

  /** The next 64 bits. */
  long nextLong() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }

  /** The next 32 bits: the lower half of 64 new ones, and with the next call the upper half. */
  int nextInt() {
    if (hasUpperHalf) {
      hasUpperHalf = false;
      return upperHalf;
    }
    long both = nextLong();
    upperHalf = (int) (both >>> 32);
    hasUpperHalf = true;
    return (int) both;
  }

  /** The upper 53 of the next 64 bits, divided by 2⁵³. */
  double nextDouble() {
    return (nextLong() >>> 11) * TWO_TO_MINUS_53;
  }

  private void step() {
    long productHigh =
        unsignedHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
    low = low * MULTIPLIER_LOW;
    high = productHigh;
    add(incrementHigh, incrementLow);
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    int carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
    high += otherHigh + carry;
  }

  /** The upper 64 bits of the product of two numbers without sign. */
  private static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }
}
