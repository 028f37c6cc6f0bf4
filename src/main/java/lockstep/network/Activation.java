package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.Kernels;
import lockstep.matrix.Rectifier;

/**
 * The function that turns a layer's weighted sums z into its outputs a, and its derivative. All but
 * {@link Softmax} work unit by unit; see {@link PointwiseActivation}.
 */
public sealed interface Activation permits PointwiseActivation, Softmax {

  /**
   * a = f(z) of a whole layer.
   *
   * @param z the weighted sums, out x n
   * @param a as many; overwritten; may be the same matrix
   * @param kernels how to compute
   */
  void apply(DenseMatrix z, DenseMatrix a, Kernels kernels);

  /**
   * Turns dL/da of a whole layer, which stands in its deltas, into dL/dz.
   *
   * @param pass the layer after its forward pass
   * @param kernels how to compute
   */
  void differentiate(LayerPass pass, Kernels kernels);

  /**
   * Whether a unit is dead: its output does not change with its weighted sum on any sample.
   *
   * @param pass the layer after its forward pass
   * @param unit the unit's row
   */
  boolean isFlat(LayerPass pass, int unit);

  /**
   * Whether the derivative needs more of z than can be seen from a = f(z), so that the weighted
   * sums have to be kept.
   */
  default boolean needsSums() {
    return false;
  }

  /**
   * A bound of |f(z)|.
   *
   * @param magnitude a bound of |z|
   */
  default double bound(double magnitude) {
    return Math.max(magnitude, 1);
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
    apply(outputs, outputs, kernels);
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
  record Relu() implements PointwiseActivation {
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
  record LeakyRelu(double slope) implements PointwiseActivation {
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
  record Sigmoid() implements PointwiseActivation {
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
  record Tanh() implements PointwiseActivation {
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
  record Identity() implements PointwiseActivation {
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
  record Step() implements PointwiseActivation {
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
