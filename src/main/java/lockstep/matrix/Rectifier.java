package lockstep.matrix;

/** The rectified linear unit with any slope below 0, as all kernels compute it. */
public final class Rectifier {
  private Rectifier() {}

  /**
   * z where z > 0, else slope · z; with a slope of 0 it is 0 for every z that is not above 0.
   *
   * @param slope the slope on the negative side
   * @param z any number; NaN for NaN
   */
  public static double value(double slope, double z) {
    if (slope == 0) {
      return z <= 0 ? 0 : z;
    }
    return z > 0 ? z : slope * z;
  }
}
