package lockstep.matrix;

/**
 * G = X Dᵀ over samples that come in blocks. Between blocks the eight lanes of each element are
 * kept apart, so the result has the bits of {@link Kernels#outerProduct} over all samples at once.
 */
public interface OuterProductSum {

  /** Forgets the blocks so far. */
  void clear();

  /**
   * Adds a block.
   *
   * @param inputs X, in x n; n is a multiple of eight in every block but the last, which is not
   *     checked
   * @param errors D, out x n
   */
  void add(DenseMatrix inputs, DenseMatrix errors);

  /**
   * Puts the lanes together.
   *
   * @param target G, in x out
   */
  void writeTo(DenseMatrix target);
}
