package lockstep.matrix;

/**
 * a · b + c with one rounding, on every processor at a bearable price.
 *
 * <p>{@link Math#fma} is one instruction where the processor has it, and a calculation with {@code
 * BigDecimal}, a thousand times slower, where it has not. There {@link #emulated} gives the same
 * bits from some twenty ordinary operations.
 */
public final class FusedMultiplyAdd {
  /**
   * Whether {@link Math#fma} is fast. Nothing but speed depends on it, so it may be measured; a
   * disturbance can only make it false too seldom, as the fastest of several rounds counts.
   */
  public static final boolean IN_HARDWARE = fastestRound() < Probe.LIMIT_NANOSECONDS;

  private static final double SPLITTER = 0x1p27 + 1;
  private static final double LARGE = 0x1p480;
  private static final double SMALL = 0x1p-480;

  private FusedMultiplyAdd() {}

  /** a · b + c, rounded once. */
  public static double of(double a, double b, double c) {
    return IN_HARDWARE ? Math.fma(a, b, c) : emulated(a, b, c);
  }

  /**
   * a · b + c, rounded once, from ordinary operations.
   *
   * <p>The product is split exactly into high + low (Dekker, "A floating-point technique for
   * extending the available precision", 1971), and the sum of the three numbers is rounded once by
   * rounding a part of it to odd (Boldo and Melquiond, "Emulation of FMA and correctly rounded
   * sums", 2008). Numbers so large or small that a step could overflow or lose bits are left to
   * {@link Math#fma}.
   */
  public static double emulated(double a, double b, double c) {
    double high = a * b;
    if (!isOrdinary(a) || !isOrdinary(b) || !isOrdinary(high) || !isAddable(c)) {
      return special(a, b, c);
    }
    double low = lowPart(a, b, high);
    double sum = high + c;
    double sumRest = rest(high, c, sum);
    double tail = sumRest + low;
    double tailRest = rest(sumRest, low, tail);
    return sum + towardsOdd(tail, tailRest);
  }

  /** A product of 0 is exact, as long as nothing has underflown to it. */
  private static double special(double a, double b, double c) {
    return a == 0 || b == 0 ? a * b + c : Math.fma(a, b, c);
  }

  private static boolean isOrdinary(double value) {
    double magnitude = Math.abs(value);
    return magnitude >= SMALL && magnitude <= LARGE;
  }

  private static boolean isAddable(double value) {
    return value == 0 || isOrdinary(value);
  }

  private static double lowPart(double a, double b, double high) {
    double aShifted = a * SPLITTER;
    double aHigh = aShifted - (aShifted - a);
    double aLow = a - aHigh;
    double bShifted = b * SPLITTER;
    double bHigh = bShifted - (bShifted - b);
    double bLow = b - bHigh;
    return ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
  }

  /** What the rounding of a + b to their sum has cut off. */
  private static double rest(double a, double b, double sum) {
    double part = sum - a;
    return (a - (sum - part)) + (b - part);
  }

  /** The neighbour of a rounded number with an odd last bit, on the side of the rest. */
  private static double towardsOdd(double rounded, double rest) {
    long bits = Double.doubleToRawLongBits(rounded);
    if (rest == 0 || (bits & 1) == 1) {
      return rounded;
    }
    return Double.longBitsToDouble(bits + (rest > 0 == rounded > 0 ? 1 : -1));
  }

  private static long fastestRound() {
    long fastest = Long.MAX_VALUE;
    for (int round = 0; round < Probe.ROUNDS; round++) {
      fastest = Math.min(fastest, Probe.nanoseconds());
    }
    return fastest;
  }

  /** A few fused operations, timed. */
  private static final class Probe {
    static final int ROUNDS = 8;
    static final int OPERATIONS = 32;

    /** 200 ns an operation; interpreted code with the instruction takes 20, without it 1,000. */
    static final long LIMIT_NANOSECONDS = 200L * OPERATIONS;

    private Probe() {}

    static long nanoseconds() {
      long start = System.nanoTime();
      double sum = 1;
      for (int i = 0; i < OPERATIONS; i++) {
        sum = Math.fma(sum, 0x1.5p-1, 0x1.3p-30);
      }
      long elapsed = System.nanoTime() - start;
      return sum > 0 ? elapsed : Long.MAX_VALUE;
    }
  }
}
