package lockstep.training;

import lockstep.matrix.LaneSum;

/**
 * The largest real eigenvalue of a matrix that is known by its products with vectors.
 *
 * <p>Power iteration (von Mises and Pollaczek-Geiringer, 1929): v is replaced by J v, scaled to
 * length 1, until ‖J v - λ v‖ is at most {@link #TOLERANCE} times |λ|, with λ = vᵀ J v. This finds
 * the eigenvalue of the largest size. If that is negative, or nothing has settled after {@link
 * #MOST_PRODUCTS} products, as with eigenvalues of the same size and opposite signs, it is done
 * again with J + r I, where r is the largest length of J v that was met: this moves the real
 * eigenvalues to where the largest one is the largest in size too.
 *
 * <p>The start is the same for every matrix of a size: the fractions of the multiples of the golden
 * ratio, less 1/2. All sums are in the order of {@link LaneSum}, so the bits depend on those of the
 * products only.
 */
final class PowerIteration {
  /** How long J v - λ v may be, as a share of |λ|. */
  static final double TOLERANCE = 1e-6;

  /** After so many products each of the two iterations gives up. */
  static final int MOST_PRODUCTS = 2000;

  /** The fraction of the golden ratio. */
  private static final double GOLDEN = 0.6180339887498949;

  /** A matrix as a function. */
  @FunctionalInterface
  interface Product {
    /** Overwrites {@code result} with the matrix times {@code vector}. */
    void multiply(double[] vector, double[] result);
  }

  private final Product matrix;
  private final double[] vector;
  private final double[] image;
  private double radius;

  /**
   * Makes room for two vectors.
   *
   * @param matrix the matrix, live; asked anew by every {@link #largestEigenvalue}
   * @param size its number of rows and columns, at least 1
   */
  PowerIteration(Product matrix, int size) {
    this.matrix = matrix;
    this.vector = new double[size];
    this.image = new double[size];
  }

  /**
   * The largest real eigenvalue.
   *
   * @return 0 if it is smaller than {@link #TOLERANCE} times the largest J v; NaN if it could not
   *     be determined: the largest eigenvalues are complex, or too close for the iteration to
   *     settle, or a product is not finite
   */
  double largestEigenvalue() {
    radius = 0;
    double dominant = iterate(0);
    boolean decided = dominant >= 0 || !(radius > 0 && Double.isFinite(radius));
    double largest = decided ? dominant : iterate(radius);
    return Math.abs(largest) <= TOLERANCE * radius ? 0 : largest;
  }

  private double iterate(double shift) {
    start();
    for (int product = 0; product < MOST_PRODUCTS; product++) {
      matrix.multiply(vector, image);
      double length = length(image);
      radius = shift > 0 ? radius : Math.max(radius, length);
      double eigenvalue = LaneSum.ofProducts(vector, 0, image, 0, vector.length);
      if (!Double.isFinite(length)) {
        return Double.NaN;
      }
      if (residual(eigenvalue) <= TOLERANCE * Math.max(Math.abs(eigenvalue), TOLERANCE * radius)) {
        return eigenvalue;
      }
      advance(shift);
    }
    return Double.NaN;
  }

  private void start() {
    for (int i = 0; i < vector.length; i++) {
      double multiple = (i + 1) * GOLDEN;
      vector[i] = multiple - Math.floor(multiple) - 0.5;
    }
    scale(1 / length(vector));
  }

  private double residual(double eigenvalue) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      double difference = image[i] - eigenvalue * vector[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private void advance(double shift) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = image[i] + shift * vector[i];
    }
    scale(1 / length(vector));
  }

  private void scale(double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double length(double[] values) {
    return Math.sqrt(LaneSum.ofProducts(values, 0, values, 0, values.length));
  }
}
