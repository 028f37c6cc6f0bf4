package lockstep.data;

import java.util.OptionalDouble;
import org.apache.commons.math3.util.FastMath;

/**
 * How well the best rule tells any number of normal clouds apart that have the same standard
 * deviation σ in every direction and whose centres lie in a plane, or on a line.
 *
 * <p>The best rule gives a point x to the cloud k with the largest share times density. With u = (x
 * - μₖ) / σ, nⱼ = (μⱼ - μₖ) / σ and cⱼ = |nⱼ|² / 2 + ln(pₖ / pⱼ) this is where u · nⱼ ≤ cⱼ for
 * every other cloud j: a convex region with straight borders. Only the directions within the plane
 * count, and there, with lo(φ) and hi(φ) as the distances from u = 0 at which a ray in the
 * direction φ enters and leaves the region,
 *
 * <pre>
 * P(right | k) = 1 / 2π ∫ max(0, exp(-lo² / 2) - exp(-hi² / 2)) dφ
 * </pre>
 *
 * <p>which is summed over equal steps of φ. The accuracy is Σ pₖ P(right | k).
 *
 * <p>Source of the borders: R. O. Duda, P. E. Hart, D. G. Stork, "Pattern Classification", 2nd
 * edition, Wiley, 2001, section 2.6.1; the integral is that of the normal density in polar
 * coordinates.
 */
final class CloudOverlap {
  /** More clouds would take too long for a line in a report. */
  static final int MOST_CLOUDS = 100;

  private static final int STEPS = 1 << 13;

  private final double[][] places;
  private final double[] shares;

  private CloudOverlap(double[][] places, double[] shares) {
    this.places = places;
    this.shares = shares;
  }

  /**
   * The accuracy of the best rule, to six digits.
   *
   * @param centers of the clouds, clouds x features
   * @param deviation σ, above 0
   * @param shares of the points, adding up to 1, each above 0
   * @return empty if there are too many clouds, if they do not lie in a plane, if the sum is not
   *     yet exact enough, or if it cannot be told from 1
   */
  static OptionalDouble accuracy(double[][] centers, double deviation, double[] shares) {
    double[][] places = new Plane(centers, deviation).places();
    if (centers.length > MOST_CLOUDS || places.length == 0) {
      return OptionalDouble.empty();
    }
    return Overlap.settled(new CloudOverlap(places, shares)::right, STEPS);
  }

  private double right(int steps) {
    double sum = 0;
    for (int cloud = 0; cloud < places.length; cloud++) {
      double all = 0;
      for (int step = 0; step < steps; step++) {
        double angle = 2 * Math.PI * (step + 0.5) / steps;
        all += inside(cloud, FastMath.cos(angle), FastMath.sin(angle));
      }
      sum += shares[cloud] * all / steps;
    }
    return sum;
  }

  /** The mass of a ray that is given to its own cloud. */
  private double inside(int cloud, double cos, double sin) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int other = 0; other < places.length; other++) {
      double x = places[other][0] - places[cloud][0];
      double y = places[other][1] - places[cloud][1];
      double border = (x * x + y * y) / 2 + FastMath.log(shares[cloud] / shares[other]);
      double along = x * cos + y * sin;
      if (along > 0) {
        high = Math.min(high, border / along);
      } else if (along < 0) {
        low = Math.max(low, border / along);
      } else if (border < 0 || x == 0 && y == 0 && border == 0 && other < cloud) {
        return 0;
      }
    }
    return high > low ? FastMath.exp(-low * low / 2) - FastMath.exp(-high * high / 2) : 0;
  }

  /** The plane through the first centre and two others, with coordinates in units of σ. */
  private static final class Plane {
    /** A distance from the plane, in σ, that changes nothing. */
    private static final double FLAT = 1e-9;

    private final double[][] rest;
    private final double[][] places;

    Plane(double[][] centers, double deviation) {
      this.rest = new double[centers.length][];
      this.places = new double[centers.length][2];
      for (int center = 0; center < centers.length; center++) {
        rest[center] = new double[centers[center].length];
        for (int feature = 0; feature < rest[center].length; feature++) {
          double difference = centers[center][feature] - centers[0][feature];
          rest[center][feature] = difference / deviation;
        }
      }
    }

    /** Two coordinates of each centre; empty if there is none, as they lie in no plane. */
    double[][] places() {
      takeAxis(0);
      takeAxis(1);
      return length(rest[farthest()]) <= FLAT ? places : new double[0][];
    }

    /** Takes the direction of the farthest centre as an axis, and what lies along it away. */
    private void takeAxis(int axis) {
      double[] direction = rest[farthest()].clone();
      double length = length(direction);
      for (int center = 0; center < rest.length && length > FLAT; center++) {
        double along = dot(rest[center], direction) / length;
        places[center][axis] = along;
        for (int feature = 0; feature < direction.length; feature++) {
          rest[center][feature] -= along * direction[feature] / length;
        }
      }
    }

    private int farthest() {
      int farthest = 0;
      for (int center = 1; center < rest.length; center++) {
        farthest = length(rest[center]) > length(rest[farthest]) ? center : farthest;
      }
      return farthest;
    }

    private static double length(double[] vector) {
      return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] left, double[] right) {
      double sum = 0;
      for (int feature = 0; feature < left.length; feature++) {
        sum += left[feature] * right[feature];
      }
      return sum;
    }
  }
}
