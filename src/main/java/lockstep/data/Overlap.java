package lockstep.data;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** How well the best rule tells normal clouds apart. */
final class Overlap {
  private static final int BOARD_STEPS = 1 << 14;

  /** Where a normal density ends for all that matters here, in standard deviations. */
  private static final double FARTHEST = 9;

  /** What half of the steps may give otherwise, and the least distance from 1 that is told. */
  private static final double AGREEMENT = 1e-6;

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
   * @param centers of the two clouds
   * @param deviation σ, above 0
   * @param share p, of the first one, in (0, 1)
   */
  static double accuracy(double[][] centers, double deviation, double share) {
    double distance = distance(centers[0], centers[1]);
    double other = 1 - share;
    if (distance == 0) {
      return Math.max(share, other);
    }
    double half = distance / (2 * deviation);
    double shift = FastMath.log(share / other) * deviation / distance;
    return share * below(half + shift) + other * below(half - shift);
  }

  private static double distance(double[] here, double[] there) {
    double sum = 0;
    for (int feature = 0; feature < here.length; feature++) {
      double difference = there[feature] - here[feature];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
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

  /**
   * The accuracy of the best rule for a board of squares of two classes whose points have normal
   * noise of the standard deviation σ added to both coordinates.
   *
   * <p>The class is the parity of two numbers, the column and the row, that are independent of each
   * other, whatever is known of the coordinates. With g(x) as the density of a coordinate x that
   * comes from an even column less that of one from an odd column,
   *
   * <pre>
   * g(x) = 1/2 Σ (-1)ⁱ (Φ((x - aᵢ) / σ) - Φ((x - aᵢ₊₁) / σ))      aᵢ = -1 + 2i / squares
   * </pre>
   *
   * <p>the difference of the densities of both classes at (x, y) is g(x) g(y), so that the accuracy
   * is (1 + (∫ |g(x)| dx)²) / 2. The integral is summed over equal steps.
   *
   * @param squares on each side, at least 1
   * @param deviation σ, above 0
   * @return to six digits; empty if the sum is not yet exact enough, or cannot be told from 1
   */
  static OptionalDouble boardAccuracy(int squares, double deviation) {
    OptionalDouble difference =
        settled(steps -> difference(squares, deviation, steps), BOARD_STEPS);
    return difference.isPresent()
        ? OptionalDouble.of((1 + difference.getAsDouble() * difference.getAsDouble()) / 2)
        : difference;
  }

  /**
   * A sum over so many steps, if half of them give the same to six digits and it is not 1.
   *
   * @param sum from a number of steps
   */
  static OptionalDouble settled(IntToDoubleFunction sum, int steps) {
    double fine = sum.applyAsDouble(steps);
    double coarse = sum.applyAsDouble(steps / 2);
    return Math.abs(fine - coarse) <= AGREEMENT && fine < 1 - AGREEMENT
        ? OptionalDouble.of(fine)
        : OptionalDouble.empty();
  }

  /** ∫ |g(x)| dx. */
  private static double difference(int squares, double deviation, int steps) {
    double low = -1 - FARTHEST * deviation;
    double step = -2 * low / steps;
    double sum = 0;
    for (int index = 0; index < steps; index++) {
      sum += Math.abs(evenLessOdd(low + (index + 0.5) * step, squares, deviation));
    }
    return sum * step;
  }

  /** g(x). */
  private static double evenLessOdd(double x, int squares, double deviation) {
    double sum = 0;
    double before = below((x + 1) / deviation);
    for (int column = 0; column < squares; column++) {
      double after = below((x + 1 - 2.0 * (column + 1) / squares) / deviation);
      sum += (column & 1) == 0 ? before - after : after - before;
      before = after;
    }
    return sum / 2;
  }
}
