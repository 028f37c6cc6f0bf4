package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.Kernels;
import lockstep.matrix.Rectifier;

/**
 * The function that a layer applies to each of its weighted sums z, and its derivative.
 *
 * <p>The derivative gets both z and a = f(z), so that each function can use what is cheaper.
 */
public sealed interface Activation {

  /** The value a = f(z). */
  double value(double z);

  /**
   * The derivative f'(z); at a kink the value that the function's documentation states.
   *
   * @param z the weighted sum
   * @param a the value f(z)
   */
  double derivative(double z, double a);

  /**
   * The second derivative f''(z); 0 at a kink, as beside it.
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

  /**
   * Turns dL/da of a whole layer, which stands in its deltas, into dL/dz: the same numbers as from
   * {@link #derivative}.
   *
   * @param pass the layer after its forward pass
   * @param kernels how to compute them
   */
  default void differentiate(LayerPass pass, Kernels kernels) {
    double factor = pass.derivativeFactor();
    double[] z = pass.weightedSums().values();
    double[] a = pass.outputs().values();
    double[] delta = pass.deltas().values();
    for (int i = 0; i < delta.length; i++) {
      delta[i] = delta[i] * (factor * derivative(z[i], a[i]));
    }
  }

  /**
   * A layer's forward step, a = f(Wᵀ x + b), in one matrix.
   *
   * @param layer the layer
   * @param inputs x, in x n
   * @param outputs a, out x n; overwritten
   * @param kernels how to compute them
   */
  default void forward(Layer layer, DenseMatrix inputs, DenseMatrix outputs, Kernels kernels) {
    outputs.setToWeightedSums(layer.weights(), inputs, layer.biases(), kernels);
    values(kernels, outputs.values(), outputs.values());
  }

  /**
   * Carries the next layer's deltas back to a layer and turns them into its own.
   *
   * @param pass the layer after its forward pass
   * @param next the next layer with its deltas
   * @param kernels how to compute them
   */
  default void takeErrors(LayerPass pass, LayerPass next, Kernels kernels) {
    next.carryBack(pass.deltas());
    differentiate(pass, kernels);
  }

  /** max(0, z); the derivative at 0 is 0. */
  record Relu() implements Activation {
    @Override
    public double value(double z) {
      return Rectifier.value(0, z);
    }

    @Override
    public void values(Kernels kernels, double[] z, double[] a) {
      kernels.rectify(0, z, a);
    }

    @Override
    public void forward(Layer layer, DenseMatrix inputs, DenseMatrix outputs, Kernels kernels) {
      outputs.setToRectifiedSums(layer.weights(), inputs, layer.biases(), kernels);
    }

    @Override
    public void differentiate(LayerPass pass, Kernels kernels) {
      kernels.scaleBySign(pass.weightedSums().values(), 1, 0, pass.deltas().values());
    }

    @Override
    public void takeErrors(LayerPass pass, LayerPass next, Kernels kernels) {
      pass.deltas()
          .setToGatedProduct(next.layer().weights(), next.deltas(), pass.outputs(), kernels);
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : 0;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }

  /**
   * z where z > 0, else slope · z; the derivative at 0 is the slope.
   *
   * @param slope the slope on the negative side, in [0, 1)
   */
  record LeakyRelu(double slope) implements Activation {
    /** The slope where none is given, as in PyTorch. */
    public static final double DEFAULT_SLOPE = 0.01;

    /** Checks the range. */
    public LeakyRelu {
      if (!(slope >= 0 && slope < 1)) {
        throw new IllegalArgumentException("slope " + ShortestDecimal.format(slope));
      }
    }

    @Override
    public double value(double z) {
      return Rectifier.value(slope, z);
    }

    @Override
    public void values(Kernels kernels, double[] z, double[] a) {
      kernels.rectify(slope, z, a);
    }

    @Override
    public void differentiate(LayerPass pass, Kernels kernels) {
      kernels.scaleBySign(pass.weightedSums().values(), 1, slope, pass.deltas().values());
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : slope;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }

  /** 1 / (1 + e⁻ᶻ), as {@link ElementaryFunctions#sigmoid} computes it. */
  record Sigmoid() implements Activation {
    @Override
    public double value(double z) {
      return ElementaryFunctions.sigmoid(z);
    }

    @Override
    public void values(Kernels kernels, double[] z, double[] a) {
      kernels.sigmoid(z, a);
    }

    @Override
    public double derivative(double z, double a) {
      return a * (1 - a);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return a * (1 - a) * (1 - 2 * a);
    }
  }

  /** The hyperbolic tangent; derivative (1 - a)(1 + a), which is 1 - a² without cancellation. */
  record Tanh() implements Activation {
    @Override
    public double value(double z) {
      return ElementaryFunctions.tanh(z);
    }

    @Override
    public void values(Kernels kernels, double[] z, double[] a) {
      kernels.tanh(z, a);
    }

    @Override
    public double derivative(double z, double a) {
      return (1 - a) * (1 + a);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return -2 * a * (1 - a) * (1 + a);
    }
  }

  /** z itself; derivative 1. */
  record Identity() implements Activation {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double derivative(double z, double a) {
      return 1;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }

  /** 1 where z > 0, else 0; derivative 0 everywhere, so only the perceptron rule can train it. */
  record Step() implements Activation {
    @Override
    public double value(double z) {
      return z > 0 ? 1 : z != z ? z : 0;
    }

    @Override
    public double derivative(double z, double a) {
      return 0;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }
}
