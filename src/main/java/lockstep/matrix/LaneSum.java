package lockstep.matrix;

/**
 * Sums in one fixed order: eight partial sums, combined in a fixed tree.
 *
 * <p>Partial sum l adds the elements l, l + 8, l + 16, ... in order, starting with 0. The result is
 * ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)). Eight is what the widest vectors in use hold,
 * and a narrower machine keeps the same eight in several registers, so the order costs nothing and
 * does not depend on the machine. Up to eight elements of which one is not 0 are summed exactly.
 */
public final class LaneSum {
  /** The number of partial sums. */
  public static final int LANES = 8;

  private LaneSum() {}

  /**
   * Eight partial sums put together in the fixed tree.
   *
   * @param lanes the partial sums, s0 to s7
   * @param from where s0 is
   */
  public static double combined(double[] lanes, int from) {
    return ((lanes[from] + lanes[from + 4]) + (lanes[from + 2] + lanes[from + 6]))
        + ((lanes[from + 1] + lanes[from + 5]) + (lanes[from + 3] + lanes[from + 7]));
  }

  /**
   * The sum of a part of an array.
   *
   * @param values the array
   * @param from the first element
   * @param count how many elements, at least 0
   */
  public static double of(double[] values, int from, int count) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int whole = from + count - count % LANES;
    for (int i = from; i < whole; i += LANES) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    int rest = count % LANES;
    s0 += rest > 0 ? values[whole] : 0;
    s1 += rest > 1 ? values[whole + 1] : 0;
    s2 += rest > 2 ? values[whole + 2] : 0;
    s3 += rest > 3 ? values[whole + 3] : 0;
    s4 += rest > 4 ? values[whole + 4] : 0;
    s5 += rest > 5 ? values[whole + 5] : 0;
    s6 += rest > 6 ? values[whole + 6] : 0;
    return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
  }

  /** The sum of the magnitudes of all numbers of an array. */
  public static double ofMagnitudes(double[] values) {
    double even = 0;
    double odd = 0;
    int last = values.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += Math.abs(values[i]);
      odd += Math.abs(values[i + 1]);
    }
    return even + odd + (values.length % 2 == 1 ? Math.abs(values[last]) : 0);
  }

  /**
   * The sum of the products of two parts of arrays, each product rounded before it is added.
   *
   * @param left the first array
   * @param leftFrom its first element
   * @param right the second array
   * @param rightFrom its first element
   * @param count how many products, at least 0
   */
  public static double ofProducts(
      double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int whole = count - count % LANES;
    for (int i = 0, l = leftFrom, r = rightFrom; i < whole; i += LANES, l += LANES, r += LANES) {
      s0 += left[l] * right[r];
      s1 += left[l + 1] * right[r + 1];
      s2 += left[l + 2] * right[r + 2];
      s3 += left[l + 3] * right[r + 3];
      s4 += left[l + 4] * right[r + 4];
      s5 += left[l + 5] * right[r + 5];
      s6 += left[l + 6] * right[r + 6];
      s7 += left[l + 7] * right[r + 7];
    }
    int rest = count - whole;
    int l = leftFrom + whole;
    int r = rightFrom + whole;
    s0 += rest > 0 ? left[l] * right[r] : 0;
    s1 += rest > 1 ? left[l + 1] * right[r + 1] : 0;
    s2 += rest > 2 ? left[l + 2] * right[r + 2] : 0;
    s3 += rest > 3 ? left[l + 3] * right[r + 3] : 0;
    s4 += rest > 4 ? left[l + 4] * right[r + 4] : 0;
    s5 += rest > 5 ? left[l + 5] * right[r + 5] : 0;
    s6 += rest > 6 ? left[l + 6] * right[r + 6] : 0;
    return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
  }

  /**
   * Adds products to partial sums, each multiplied and added with one rounding.
   *
   * @param lanes the eight partial sums; those of earlier parts stay in them, as long as each part
   *     but the last was a multiple of eight
   * @param left the first array
   * @param leftFrom its first element
   * @param right the second array
   * @param rightFrom its first element
   * @param count how many products, at least 0
   */
  static void addFusedProducts(
      double[] lanes, double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    double s0 = lanes[0], s1 = lanes[1], s2 = lanes[2], s3 = lanes[3];
    double s4 = lanes[4], s5 = lanes[5], s6 = lanes[6], s7 = lanes[7];
    int whole = count - count % LANES;
    for (int i = 0, l = leftFrom, r = rightFrom; i < whole; i += LANES, l += LANES, r += LANES) {
      s0 = fma(left[l], right[r], s0);
      s1 = fma(left[l + 1], right[r + 1], s1);
      s2 = fma(left[l + 2], right[r + 2], s2);
      s3 = fma(left[l + 3], right[r + 3], s3);
      s4 = fma(left[l + 4], right[r + 4], s4);
      s5 = fma(left[l + 5], right[r + 5], s5);
      s6 = fma(left[l + 6], right[r + 6], s6);
      s7 = fma(left[l + 7], right[r + 7], s7);
    }
    lanes[0] = s0;
    lanes[1] = s1;
    lanes[2] = s2;
    lanes[3] = s3;
    lanes[4] = s4;
    lanes[5] = s5;
    lanes[6] = s6;
    lanes[7] = s7;
    for (int i = whole; i < count; i++) {
      lanes[i - whole] = fma(left[leftFrom + i], right[rightFrom + i], lanes[i - whole]);
    }
  }

  /**
   * Adds products to partial sums, each product rounded before it is added.
   *
   * @param lanes the eight partial sums; those of earlier parts stay in them, as long as each part
   *     but the last was a multiple of eight
   * @param left the first array
   * @param leftFrom its first element
   * @param right the second array
   * @param rightFrom its first element
   * @param count how many products, at least 0
   */
  static void addProducts(
      double[] lanes, double[] left, int leftFrom, double[] right, int rightFrom, int count) {
    double s0 = lanes[0], s1 = lanes[1], s2 = lanes[2], s3 = lanes[3];
    double s4 = lanes[4], s5 = lanes[5], s6 = lanes[6], s7 = lanes[7];
    int whole = count - count % LANES;
    for (int i = 0, l = leftFrom, r = rightFrom; i < whole; i += LANES, l += LANES, r += LANES) {
      s0 = s0 + left[l] * right[r];
      s1 = s1 + left[l + 1] * right[r + 1];
      s2 = s2 + left[l + 2] * right[r + 2];
      s3 = s3 + left[l + 3] * right[r + 3];
      s4 = s4 + left[l + 4] * right[r + 4];
      s5 = s5 + left[l + 5] * right[r + 5];
      s6 = s6 + left[l + 6] * right[r + 6];
      s7 = s7 + left[l + 7] * right[r + 7];
    }
    lanes[0] = s0;
    lanes[1] = s1;
    lanes[2] = s2;
    lanes[3] = s3;
    lanes[4] = s4;
    lanes[5] = s5;
    lanes[6] = s6;
    lanes[7] = s7;
    for (int i = whole; i < count; i++) {
      lanes[i - whole] = lanes[i - whole] + left[leftFrom + i] * right[rightFrom + i];
    }
  }

  /**
   * Adds numbers to partial sums.
   *
   * @param lanes the eight partial sums, as for products
   * @param values the array
   * @param from the first element
   * @param count how many elements, at least 0
   */
  static void add(double[] lanes, double[] values, int from, int count) {
    for (int lane = 0; lane < LANES; lane++) {
      double sum = lanes[lane];
      for (int i = lane; i < count; i += LANES) {
        sum += values[from + i];
      }
      lanes[lane] = sum;
    }
  }

  private static double fma(double a, double b, double c) {
    return FusedMultiplyAdd.of(a, b, c);
  }
}
