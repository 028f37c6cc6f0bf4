package lockstep.statistics;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** The normal distribution of mean 0 and variance 1. */
final class StandardNormal {
  private static final double ROOT_OF_TWO = FastMath.sqrt(2);

  private StandardNormal() {}

  /** P(|Z| ≥ z) = erfc(z / √2); 1 for z at most 0. */
  static double twoSidedPValue(double z) {
    return z <= 0 ? 1 : Erf.erfc(z / ROOT_OF_TWO);
  }

  /** The z for which P(Z ≤ z) is the probability, which is between 0 and 1. */
  static double quantile(double probability) {
    return ROOT_OF_TWO * Erf.erfInv(2 * probability - 1);
  }
}
