package lockstep.network;

import lockstep.matrix.TrigonometricFunctions;

/** Activations with outputs between fixed bounds, beside sigmoid, tanh and step. */
public sealed interface BoundedActivation extends PointwiseActivation {

  /**
   * Softsign: z / (1 + |z|), between -1 and 1; derivative 1 / (1 + |z|)². Bergstra, Desjardins,
   * Lamblin and Bengio, "Quadratic polynomials learn better image features", Université de
   * Montréal, 2009.
   */
  record Softsign() implements BoundedActivation {
    @Override
    public boolean needsSums() {
      return true;
    }

    @Override
    public double value(double z) {
      return Double.isInfinite(z) ? Math.copySign(1, z) : z / (1 + Math.abs(z));
    }

    /** 1 / (1 + |z|) - |a| / (1 + |z|): the same, with the digits of PyTorch's for large |z|. */
    @Override
    public double derivative(double z, double a) {
      double divisor = 1 + Math.abs(z);
      return Math.max(1 / divisor - Math.abs(a) / divisor, 0);
    }

    /** -2 sign(z) / (1 + |z|)³; 0 at 0, where it jumps. */
    @Override
    public double secondDerivative(double z, double a) {
      double divisor = 1 + Math.abs(z);
      return -2 * Math.signum(z) / (divisor * divisor * divisor);
    }
  }

  /**
   * A sigmoid of three straight lines: 0 up to -3, 1 from 3 on, z/6 + 1/2 between; the derivative
   * is 0 at ±3.
   */
  record HardSigmoid() implements BoundedActivation {
    @Override
    public double value(double z) {
      return Math.min(Math.max(z + 3, 0), 6) / 6;
    }

    @Override
    public double derivative(double z, double a) {
      return a > 0 && a < 1 ? 1.0 / 6 : 0;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }

  /** A tanh of three straight lines: -1 up to -1, 1 from 1 on, z between; derivative 0 at ±1. */
  record HardTanh() implements BoundedActivation {
    @Override
    public double value(double z) {
      return Math.min(Math.max(z, -1), 1);
    }

    @Override
    public double derivative(double z, double a) {
      return a > -1 && a < 1 ? 1 : 0;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  }

  /**
   * The sine, for periodic functions: Sitzmann, Martel, Bergman, Lindell and Wetzstein, "Implicit
   * Neural Representations with Periodic Activation Functions", NeurIPS 2020. Its derivative is the
   * cosine. An infinite z gives NaN: there is no limit.
   */
  record Sin() implements BoundedActivation {
    @Override
    public boolean needsSums() {
      return true;
    }

    @Override
    public double value(double z) {
      return TrigonometricFunctions.sin(z);
    }

    @Override
    public double derivative(double z, double a) {
      return TrigonometricFunctions.cos(z);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return -a;
    }
  }
}
