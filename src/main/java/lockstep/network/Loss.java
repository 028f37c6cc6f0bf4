package lockstep.network;

/**
 * What training minimises: a value for each output of each sample, and how these become one number.
 */
public sealed interface Loss {

  /** How the values of all samples and outputs become one number. */
  Reduction reduction();

  /**
   * Squared error: (a - y)², or half of it.
   *
   * @param reduction how the elements are combined
   * @param half whether each element is multiplied by 1/2, as many textbooks do
   */
  record MeanSquaredError(Reduction reduction, boolean half) implements Loss {}

  /**
   * Binary cross-entropy: -(y ln max(a, clip) + (1 - y) ln max(1 - a, clip)).
   *
   * <p>The clip only keeps the reported value finite; the gradient is that of the loss without it.
   *
   * @param reduction how the elements are combined
   * @param clip the smallest argument of a logarithm, in (0, 0.5)
   */
  record BinaryCrossEntropy(Reduction reduction, double clip) implements Loss {
    /** The clip where none is given: 2⁻⁵², the distance of 1 to the next double. */
    public static final double DEFAULT_CLIP = 0x1p-52;
  }

  /**
   * The network's own output, for worked examples that minimise the output itself; targets are
   * ignored.
   *
   * @param reduction how the elements are combined
   */
  record Output(Reduction reduction) implements Loss {}
}
