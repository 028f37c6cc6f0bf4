package lockstep.data;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** How well the best rule tells normal clouds apart. */
final class Overlap {
  private Overlap() {}

  /** Φ(z), the probability that a standard normal number is at most z. */
  static double below(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /**
   * The accuracy of the best rule for two clouds with the same standard deviation σ in every
   * direction, at a distance d from each other: with the shares p and q of the points and t = ln(p
   * / q) σ / d, it is p Φ(d / 2σ + t) + q Φ(d / 2σ - t), as only the coordinate along the line
   * through both centres tells them apart.
   *
   * <p>Source: R. O. Duda, P. E. Hart, D. G. Stork, "Pattern Classification", 2nd edition, Wiley,
   * 2001, section 2.6.
   *
   * @param distance d, at least 0
   * @param deviation σ, above 0
   * @param share p, in (0, 1)
   */
  static double accuracy(double distance, double deviation, double share) {
    double other = 1 - share;
    if (distance == 0) {
      return Math.max(share, other);
    }
    double half = distance / (2 * deviation);
    double shift = FastMath.log(share / other) * deviation / distance;
    return share * below(half + shift) + other * below(half - shift);
  }

  /**
   * The accuracy of the best rule for the parity of coordinates that are 0 or 1 plus normal noise
   * of the standard deviation σ: each is read wrongly with the probability w = Φ(-1 / 2σ), and the
   * parity is right after an even number of errors, which has the probability (1 + (1 - 2w)ᵏ) / 2.
   *
   * <p>Rounding each coordinate is the best rule: the difference of the densities of both classes
   * is the product over the coordinates of the differences of the densities around 0 and 1.
   *
   * @param coordinates k, at least 1; all 2ᵏ corners are equally frequent
   * @param deviation σ, above 0
   */
  static double parityAccuracy(int coordinates, double deviation) {
    double right = 1 - 2 * below(-0.5 / deviation);
    double product = 1;
    for (int coordinate = 0; coordinate < coordinates; coordinate++) {
      product *= right;
    }
    return (1 + product) / 2;
  }
}
