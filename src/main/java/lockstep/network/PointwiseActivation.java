package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * An activation that is a function of one weighted sum: f(z), with its first two derivatives.
 *
 * <p>The derivatives get both z and a = f(z), so that each function can use what is cheaper.
 */
public sealed interface PointwiseActivation extends Activation
    permits Activation.Relu,
        Activation.LeakyRelu,
        Activation.Sigmoid,
        Activation.Tanh,
        Activation.Identity,
        Activation.Step,
        SmoothRectifier,
        BoundedActivation {

  /**
   * The value a = f(z).
   *
   * @param z the weighted sum; NaN gives NaN
   */
  double value(double z);

  /**
   * The derivative f'(z); at a kink the value that the function's documentation states.
   *
   * @param z the weighted sum
   * @param a the value f(z)
   */
  double derivative(double z, double a);

  /**
   * The second derivative f''(z); at a kink that of the side whose first derivative is stated.
   *
   * @param z the weighted sum
   * @param a the value f(z)
   */
  double secondDerivative(double z, double a);

  /**
   * The values of a whole layer: the same numbers as from {@link #value}.
   *
   * @param kernels how to compute them
   * @param z the weighted sums
   * @param a as many values; overwritten
   */
  default void values(Kernels kernels, double[] z, double[] a) {
    for (int i = 0; i < z.length; i++) {
      a[i] = value(z[i]);
    }
  }

  @Override
  default void apply(DenseMatrix z, DenseMatrix a, Kernels kernels) {
    values(kernels, z.values(), a.values());
  }

  /** Multiplies by {@link #derivative} and, for a sigmoid, by the factor of the deviations. */
  @Override
  default void differentiate(LayerPass pass, Kernels kernels) {
    double factor = pass.derivativeFactor();
    double[] z = pass.weightedSums().values();
    double[] a = pass.outputs().values();
    double[] delta = pass.deltas().values();
    for (int i = 0; i < delta.length; i++) {
      delta[i] = delta[i] * (factor * derivative(z[i], a[i]));
    }
  }

  @Override
  default boolean isFlat(LayerPass pass, int unit) {
    double[] z = pass.weightedSums().values();
    double[] a = pass.outputs().values();
    int samples = pass.outputs().getColumnDimension();
    for (int i = unit * samples; i < (unit + 1) * samples; i++) {
      if (derivative(z[i], a[i]) != 0) {
        return false;
      }
    }
    return true;
  }
}
