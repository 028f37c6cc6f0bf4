package lockstep.matrix;

/**
 * The loops that training spends its time in. Every implementation for the same {@link Arithmetic}
 * gives the same bits; {@link ScalarKernels} says in plain loops which.
 *
 * <p>An object belongs to one thread: it may keep room for intermediate values. The shapes of
 * matrices have been checked by {@link DenseMatrix}; arrays of one call are equally long.
 */
public interface Kernels {

  /** Z = Wᵀ X + b, from the bias on and in the order of the inputs. */
  void weightedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases);

  /** A = max(0, Wᵀ X + b): the weighted sums, rectified with a slope of 0. */
  default void rectifiedSums(
      DenseMatrix target, DenseMatrix weights, DenseMatrix inputs, DenseMatrix biases) {
    weightedSums(target, weights, inputs, biases);
    rectify(0, target.values(), target.values());
  }

  /** E = W D, from 0 on and in the order of the units. */
  void product(DenseMatrix target, DenseMatrix weights, DenseMatrix errors);

  /**
   * E = W D, each element times 1 where the gate is above 0, else times 0: the error behind
   * rectified units, whose outputs are the gates.
   */
  default void gatedProduct(
      DenseMatrix target, DenseMatrix weights, DenseMatrix errors, DenseMatrix gates) {
    product(target, weights, errors);
    scaleBySign(gates.values(), 1, 0, target.values());
  }

  /** G = X Dᵀ, each element a {@link LaneSum} over the samples. */
  void outerProduct(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors);

  /** The {@link LaneSum} of each row, as one row. */
  void rowSums(DenseMatrix target, DenseMatrix source);

  /**
   * A sum of products X Dᵀ over blocks of samples.
   *
   * @param inputs the rows of each X
   * @param units the rows of each D
   * @return the sum over no samples; it works with these kernels and belongs to their thread
   */
  OuterProductSum outerProductSum(int inputs, int units);

  /**
   * Adds each row to its eight partial sums, which stand one after the other. Over blocks of
   * samples, each a multiple of eight but the last, they become those of {@link #rowSums}.
   */
  void addRows(double[] lanes, DenseMatrix source);

  /** T += factor · S, element by element. */
  void addMultiple(DenseMatrix target, double factor, DenseMatrix source);

  /** a = {@link ElementaryFunctions#sigmoid} of each z. */
  void sigmoid(double[] z, double[] a);

  /** a = {@link ElementaryFunctions#tanh} of each z. */
  void tanh(double[] z, double[] a);

  /**
   * a = z where z > 0 or is not a number, else slope · z; a slope of 0 gives 0 there, never -0 and
   * not NaN for -∞.
   */
  void rectify(double slope, double[] z, double[] a);

  /** How often both numbers of a pair are above a border, or neither is. */
  int agreements(double border, double[] left, double[] right);

  /** d = d · above where z > 0, else d · otherwise. */
  void scaleBySign(double[] z, double above, double otherwise, double[] d);

  /** Whether there is neither NaN nor infinity among the numbers. */
  boolean areFinite(double[] values);

  /** The binary cross-entropy of each pair, as {@link CrossEntropy} defines it. */
  void crossEntropies(double[] outputs, double[] targets, double clip, double[] losses);
}
