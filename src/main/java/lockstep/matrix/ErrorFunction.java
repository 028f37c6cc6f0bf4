package lockstep.matrix;

/**
 * erf as a fixed sequence of IEEE additions, multiplications and the operations of {@link
 * ElementaryFunctions#exp}, so that every JDK, compiler and processor gives the same bits.
 *
 * <p>As there, no operation is fused and nothing is looked up: both forms below can be computed for
 * several numbers at a time and the right one taken for each. The error against the true value is
 * below 1.5 units in the last place.
 *
 * <p>The coefficients are weighted minimax fits (Remez's exchange with 60 digits); {@code
 * src/test/python/erf_coefficients.py} prints them. As rounded here they are within 0.1 (E) and
 * 0.02 (G) of 2⁻⁵³ of erf.
 */
public final class ErrorFunction {
  /** Below this |x| the series in x² is used; beyond it, what is missing to 1. */
  public static final double SERIES_END = 1;

  /** From this |x| on the result is ±1 to the last bit: erfc(6) is below 2⁻⁵⁵. */
  public static final double SATURATED = 6;

  /** erfc(1). */
  public static final double ERFC_OF_ONE = 0x1.4226162fbddd5p-3;

  /** erf(x) / x - 1 by powers of x², for |x| at most 1. */
  public static final double E0 = 0x1.06eba8214db69p-3;

  public static final double E1 = -0x1.812746b0379e7p-2;
  public static final double E2 = 0x1.ce2f21a042bddp-4;
  public static final double E3 = -0x1.b82ce3128899bp-6;
  public static final double E4 = 0x1.565bcd0e64ab8p-8;
  public static final double E5 = -0x1.c02db3fed8f8dp-11;
  public static final double E6 = 0x1.f9a326bfb7659p-14;
  public static final double E7 = -0x1.f4d255e14d8cbp-17;
  public static final double E8 = 0x1.b9e64d0831de0p-20;
  public static final double E9 = -0x1.5f6d6b55eb964p-23;
  public static final double E10 = 0x1.fc41175486697p-27;
  public static final double E11 = -0x1.4e55cdb3a17dap-30;
  public static final double E12 = 0x1.7ecbfd10816aap-34;
  public static final double E13 = -0x1.2928ff9150befp-38;

  /** -ln(erfc(1 + u) / erfc(1)) / u by powers of u, for u from 0 to 5. */
  public static final double G0 = 0x1.51c9b0006c239p+1;

  public static final double G1 = 0x1.afabc11a2941dp-1;
  public static final double G2 = 0x1.5477f09c253eep-5;
  public static final double G3 = -0x1.48c9d3f063564p-7;
  public static final double G4 = 0x1.033f6630a31e9p-9;
  public static final double G5 = -0x1.f1b3a9c9251ebp-13;
  public static final double G6 = -0x1.b8dbceb4a4daep-16;
  public static final double G7 = 0x1.c7a1eab5a8ac4p-16;
  public static final double G8 = -0x1.425b961b1d442p-17;
  public static final double G9 = 0x1.142f23913c221p-19;
  public static final double G10 = -0x1.2f4a96ee0d7f8p-23;
  public static final double G11 = -0x1.a7377f8ce3e78p-24;
  public static final double G12 = 0x1.c2cdbb9a9463ep-25;
  public static final double G13 = -0x1.02a7ac64e4424p-26;
  public static final double G14 = 0x1.8e33279663037p-29;
  public static final double G15 = -0x1.9a865b147b973p-32;
  public static final double G16 = 0x1.019eb15b0c0b3p-35;
  public static final double G17 = -0x1.2a05f38a3e80fp-40;

  private ErrorFunction() {}

  /**
   * The error function, erf(x) = 2/√π ∫₀ˣ e^(-t²) dt.
   *
   * <p>For |x| below 1 it is x + x E(x²). From there on it is 1 - erfc(1) e^(-u G(u)) with u = |x|
   * - 1: the second term is below 0.16, so that its few roundings hardly count, and so little is
   * left of it for large |x| that the exponent need not be exact.
   *
   * @param x any number; ±1 for ±∞, NaN for NaN, and the sign of a zero is kept
   */
  public static double erf(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < SERIES_END) {
      return x + x * series(x * x);
    }
    double bounded = magnitude > SATURATED ? SATURATED : magnitude;
    double u = bounded - SERIES_END;
    double complement = ERFC_OF_ONE * ElementaryFunctions.exp(-(u * decay(u)));
    return Math.copySign(1 - complement, x);
  }

  /** E(z), as even and odd part. */
  private static double series(double z) {
    double w = z * z;
    double even = (((((E12 * w + E10) * w + E8) * w + E6) * w + E4) * w + E2) * w + E0;
    double odd = (((((E13 * w + E11) * w + E9) * w + E7) * w + E5) * w + E3) * w + E1;
    return odd * z + even;
  }

  /** G(u), as even and odd part. */
  private static double decay(double u) {
    double w = u * u;
    double even =
        (((((((G16 * w + G14) * w + G12) * w + G10) * w + G8) * w + G6) * w + G4) * w + G2) * w
            + G0;
    double odd =
        (((((((G17 * w + G15) * w + G13) * w + G11) * w + G9) * w + G7) * w + G5) * w + G3) * w
            + G1;
    return odd * u + even;
  }
}
