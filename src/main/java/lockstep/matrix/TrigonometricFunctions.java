package lockstep.matrix;

/**
 * sin and cos as fixed sequences of IEEE additions and multiplications and of integer operations,
 * so that every JDK, compiler and processor gives the same bits. Errors against the true value are
 * below 1 unit in the last place, for arguments of any size.
 *
 * <p>The argument is reduced to r = x - q π/2 with |r| at most π/4, and r is kept as a sum of two
 * numbers: up to {@value #MODERATE} by subtracting q times three parts of π/2 (Cody and Waite,
 * "Software Manual for the Elementary Functions", 1980); beyond it, and where nearly everything
 * cancels, by multiplying the argument's whole mantissa with those 192 bits of 2/π that matter
 * (Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18, 1983).
 *
 * <p>The coefficients are weighted minimax fits; {@code src/test/python/sine_coefficients.py}
 * prints them and the digits of π. As rounded here they are within 0.1 (S) and 0.01 (C) of 2⁻⁵³ of
 * the functions.
 */
public final class TrigonometricFunctions {
  /** Up to this |x|, q times the first two parts of π/2 is exact. */
  private static final double MODERATE = 0x1p20;

  /** Below this |r| the parts of π/2 no longer have enough digits. */
  private static final double CANCELLED = 0x1p-10;

  /** π/4: up to here nothing is reduced. */
  private static final double QUARTER_PI = 0x1.921fb54442d18p-1;

  /** Below this |x| sin x is x to the last bit. */
  private static final double LINEAR = 0x1p-27;

  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** π/2 in three parts, the first two of 33 bits at most. */
  private static final double HALF_PI_HIGH = 0x1.921fb54400000p+0;

  private static final double HALF_PI_MIDDLE = 0x1.0b4611a600000p-34;
  private static final double HALF_PI_LOW = 0x1.3198a2e037073p-69;

  /** (sin(r) / r - 1) / r² by powers of r². */
  private static final double S0 = -0x1.5555555555548p-3;

  private static final double S1 = 0x1.111111110f7d5p-7;
  private static final double S2 = -0x1.a01a019bfe5a3p-13;
  private static final double S3 = 0x1.71de356810e5cp-19;
  private static final double S4 = -0x1.ae5e5aafdc985p-26;
  private static final double S5 = 0x1.5d8fd67637370p-33;

  /** (cos(r) - 1 + r² / 2) / r⁴ by powers of r². */
  private static final double C0 = 0x1.555555555554bp-5;

  private static final double C1 = -0x1.6c16c16c14fc4p-10;
  private static final double C2 = 0x1.a01a019c886e9p-16;
  private static final double C3 = -0x1.27e4f7ed56acfp-22;
  private static final double C4 = 0x1.1ee9d93e70bd4p-29;
  private static final double C5 = -0x1.8fa54ffcd2761p-37;

  /** The bits of π/4 behind the point. */
  private static final long QUARTER_PI_0 = 0xc90fdaa22168c234L;

  private static final long QUARTER_PI_1 = 0xc4c6628b80dc1cd1L;

  /** 64 zeros, then the bits of 2/π behind the point. */
  private static final long[] TWO_OVER_PI_BITS = {
    0,
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL
  };

  /** The bits of a whole number that do not fit into a double's 53. */
  private static final int LOWER = Long.SIZE - 53;

  private static final long MANTISSA = 0x000fffffffffffffL;
  private static final long HIDDEN_BIT = 0x0010000000000000L;

  /** The exponent's bias, and the 52 bits that make the mantissa a whole number. */
  private static final int INTEGER_EXPONENT = 1023 + 52;

  private TrigonometricFunctions() {}

  /**
   * The sine.
   *
   * @param x any number, in radians; NaN for ±∞ and NaN, and the sign of a zero is kept
   */
  public static double sin(double x) {
    double magnitude = Math.abs(x);
    if (magnitude <= QUARTER_PI) {
      return magnitude < LINEAR ? x : sinOfRest(x, 0);
    }
    double value = turned(magnitude, 0);
    return x < 0 ? -value : value;
  }

  /**
   * The cosine.
   *
   * @param x any number, in radians; NaN for ±∞ and NaN
   */
  public static double cos(double x) {
    double magnitude = Math.abs(x);
    return magnitude <= QUARTER_PI ? cosOfRest(x, 0) : turned(magnitude, 1);
  }

  /** sin(x + turn π/2) for x above π/4. */
  private static double turned(double x, long turn) {
    if (!(x <= Double.MAX_VALUE)) {
      return Double.NaN;
    }
    if (x > MODERATE) {
      return turnedExactly(x, turn);
    }
    double q = x * TWO_OVER_PI + ElementaryFunctions.ROUNDER - ElementaryFunctions.ROUNDER;
    double high = x - q * HALF_PI_HIGH;
    double middle = q * HALF_PI_MIDDLE;
    double difference = high - middle;
    double low = q * HALF_PI_LOW - ((high - difference) - middle);
    double r = difference - low;
    return Math.abs(r) < CANCELLED
        ? turnedExactly(x, turn)
        : quadrant((long) q + turn, r, (difference - r) - low);
  }

  /**
   * The same by integers: of x · 2/π / 4 only what is behind the point matters. Its top two bits
   * are the quadrant, the others, as a number with a sign, a share of π/2.
   */
  private static double turnedExactly(double x, long turn) {
    long bits = Double.doubleToRawLongBits(x);
    long m = (bits & MANTISSA) | HIDDEN_BIT;
    int from = (int) (bits >>> 52) - INTEGER_EXPONENT - 2 + Long.SIZE;
    long carried = highProduct(m, twoOverPi(from + 2 * Long.SIZE));
    long next = twoOverPi(from + Long.SIZE);
    long f1 = m * next + carried;
    long f0 = m * twoOverPi(from) + highProduct(m, next) + carry(f1, carried);
    long share = f0 << 2 | f1 >>> 62;
    long sign = share >> 63;
    return quadrantOfShare((f0 >>> 62) + turn - sign, sign, share ^ sign, (f1 << 2) ^ sign);
  }

  /** 64 bits of 2/π, from a place in {@link #TWO_OVER_PI_BITS} on. */
  private static long twoOverPi(int from) {
    int word = from / Long.SIZE;
    int shift = from % Long.SIZE;
    long high = TWO_OVER_PI_BITS[word] << shift;
    return shift == 0 ? high : high | TWO_OVER_PI_BITS[word + 1] >>> (Long.SIZE - shift);
  }

  /**
   * The value for r = ± share · π/2.
   *
   * @param quadrant q
   * @param sign 0 or, if r is negative, -1
   * @param high the share's first 64 bits behind the point; never 0, nor is the first bit 1
   * @param low the next 64
   */
  private static double quadrantOfShare(long quadrant, long sign, long high, long low) {
    int zeros = Long.numberOfLeadingZeros(high);
    long share = high << zeros | low >>> (Long.SIZE - zeros);
    long rest = low << zeros;
    long lower = share * QUARTER_PI_0;
    long withFirst = lower + highProduct(share, QUARTER_PI_1);
    long product = withFirst + highProduct(rest, QUARTER_PI_0);
    long upper =
        highProduct(share, QUARTER_PI_0) + carry(withFirst, lower) + carry(product, withFirst);
    double unit = Double.longBitsToDouble((1023L + 1 - zeros) << 52);
    double scale = sign < 0 ? -unit : unit;
    double r = (upper >>> LOWER) * 0x1p-53 * scale;
    long remainder = (upper << 53 | product >>> LOWER) >>> LOWER;
    return quadrant(quadrant, r, remainder * 0x1p-106 * scale);
  }

  /** The upper 64 bits of the product of two numbers without sign. */
  private static long highProduct(long one, long other) {
    return Math.multiplyHigh(one, other) + ((one >> 63) & other) + ((other >> 63) & one);
  }

  /** What is carried over from a sum without sign to the next place. */
  private static long carry(long sum, long term) {
    return Long.compareUnsigned(sum, term) < 0 ? 1 : 0;
  }

  /** sin(q π/2 + r + rest). */
  private static double quadrant(long q, double r, double rest) {
    double value = (q & 1) == 0 ? sinOfRest(r, rest) : cosOfRest(r, rest);
    return (q & 2) == 0 ? value : -value;
  }

  /** sin(r + rest), of which only r + r³ S(r²) + rest cos(r) matters. */
  private static double sinOfRest(double r, double rest) {
    double z = r * r;
    double w = z * z;
    double polynomial = ((S4 * w + S2) * w + S0) + z * ((S5 * w + S3) * w + S1);
    return r + (r * z * polynomial + rest * (1 - 0.5 * z));
  }

  /** cos(r + rest), where what the rounding of 1 - r²/2 cuts off is put back. */
  private static double cosOfRest(double r, double rest) {
    double z = r * r;
    double w = z * z;
    double polynomial = ((C4 * w + C2) * w + C0) + z * ((C5 * w + C3) * w + C1);
    double half = 0.5 * z;
    double sum = 1 - half;
    return sum + (((1 - sum) - half) + (w * polynomial - r * rest));
  }
}
