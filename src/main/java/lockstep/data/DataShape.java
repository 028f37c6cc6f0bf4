package lockstep.data;

/**
 * What a generator will make, known before anything is made.
 *
 * @param samples the number of samples
 * @param inputs the number of input columns
 * @param targets the number of target columns as generated, before any encoding
 * @param classes the number of classes, or 0 if the targets are not classes
 */
public record DataShape(long samples, int inputs, int targets, int classes) {
  /** Whether the targets are class numbers. */
  public boolean classification() {
    return classes > 0;
  }

  /**
   * The number of samples as the number of rows of a matrix.
   *
   * @throws IllegalArgumentException if no matrix has so many
   */
  int rows() {
    if (samples > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(samples + " samples are more than 2147483647");
    }
    return (int) samples;
  }
}
