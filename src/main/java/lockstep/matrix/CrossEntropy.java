package lockstep.matrix;

import lockstep.decimal.ShortestDecimal;

/** The binary cross-entropy of one output, as all kernels compute it. */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * -(y ln max(a, clip) + (1 - y) ln max(1 - a, clip)). For a target of exactly 0 or 1 it is only
   * the one term that counts, so that 0 · ln is 0 for any output.
   *
   * @param a the output
   * @param y the target
   * @param clip the smallest argument of a logarithm, above 0
   */
  public static double of(double a, double y, double clip) {
    if (y == 1 || y == 0) {
      return -ElementaryFunctions.log(atLeast(clip, y == 1 ? a : 1 - a));
    }
    return -(y * ElementaryFunctions.log(atLeast(clip, a))
        + (1 - y) * ElementaryFunctions.log(atLeast(clip, 1 - a)));
  }

  /**
   * Checks the smallest argument of a logarithm.
   *
   * @param clip must be in (0, 0.5)
   */
  public static void checkClip(double clip) {
    if (!(clip > 0 && clip < 0.5)) {
      throw new IllegalArgumentException(
          "clip " + ShortestDecimal.format(clip) + " is not in (0, 0.5)");
    }
  }

  /** NaN stays NaN. */
  private static double atLeast(double bound, double value) {
    return value < bound ? bound : value;
  }
}
