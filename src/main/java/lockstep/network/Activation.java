package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import org.apache.commons.math3.util.FastMath;

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

  /** max(0, z); the derivative at 0 is 0. */
  record Relu() implements Activation {
    @Override
    public double value(double z) {
      return z > 0 || z != z ? z : 0;
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : 0;
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
      return z > 0 ? z : slope * z;
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : slope;
    }
  }

  /** 1 / (1 + e⁻ᶻ): where the power overflows, the quotient is 0, as it should be. */
  record Sigmoid() implements Activation {
    @Override
    public double value(double z) {
      return 1 / (1 + FastMath.exp(-z));
    }

    @Override
    public double derivative(double z, double a) {
      return a * (1 - a);
    }
  }

  /** The hyperbolic tangent; derivative (1 - a)(1 + a), which is 1 - a² without cancellation. */
  record Tanh() implements Activation {
    @Override
    public double value(double z) {
      return FastMath.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
      return (1 - a) * (1 + a);
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
  }
}
