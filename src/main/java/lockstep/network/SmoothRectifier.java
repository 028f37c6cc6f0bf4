package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.ErrorFunction;

/**
 * Smooth relatives of the rectifier: about z for large z and about a constant, mostly 0, for very
 * negative z. None overflows or gives NaN for a z that is a number. Formulas and defaults are those
 * of PyTorch.
 */
public sealed interface SmoothRectifier extends PointwiseActivation {

  @Override
  default boolean needsSums() {
    return true;
  }

  /**
   * The exponential linear unit: z where z > 0, else α (eᶻ - 1); the derivative at 0 is α. Clevert,
   * Unterthiner and Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear
   * Units (ELUs)", ICLR 2016.
   *
   * @param alpha α, what is approached below, its sign turned; above 0 and finite
   */
  record Elu(double alpha) implements SmoothRectifier {
    /** α where none is given. */
    public static final double DEFAULT_ALPHA = 1;

    /** Checks the range. */
    public Elu {
      checkPositive("alpha", alpha);
    }

    @Override
    public double value(double z) {
      return z > 0 ? z : alpha * ElementaryFunctions.expm1(z);
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : alpha * ElementaryFunctions.exp(z);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return z > 0 ? 0 : alpha * ElementaryFunctions.exp(z);
    }

    @Override
    public double bound(double magnitude) {
      return Math.max(magnitude, alpha);
    }
  }

  /**
   * The scaled exponential linear unit: λ z where z > 0, else λ α (eᶻ - 1); the derivative at 0 is
   * λ α. With these constants outputs of mean 0 and variance 1 keep both from layer to layer:
   * Klambauer, Unterthiner, Mayr and Hochreiter, "Self-Normalizing Neural Networks", NIPS 2017.
   */
  record Selu() implements SmoothRectifier {
    /** λ. */
    public static final double SCALE = 1.0507009873554804934193349852946;

    /** α. */
    public static final double ALPHA = 1.6732632423543772848170429916717;

    private static final double BELOW = SCALE * ALPHA;

    @Override
    public double value(double z) {
      return z > 0 ? SCALE * z : BELOW * ElementaryFunctions.expm1(z);
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? SCALE : BELOW * ElementaryFunctions.exp(z);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return z > 0 ? 0 : BELOW * ElementaryFunctions.exp(z);
    }

    @Override
    public double bound(double magnitude) {
      return 2 * Math.max(magnitude, 1);
    }
  }

  /**
   * The Gaussian error linear unit: z Φ(z), where Φ is the distribution function of the standard
   * normal distribution; Hendrycks and Gimpel, "Gaussian Error Linear Units (GELUs)",
   * arXiv:1606.08415, 2016. Φ(z) is computed as (1 + erf(z / √2)) / 2, or, as an approximation, as
   * (1 + tanh(√(2/π) (z + 0.044715 z³))) / 2. Far below 0 few digits are right, as in PyTorch.
   *
   * @param approximation how Φ is computed
   */
  record Gelu(Approximation approximation) implements SmoothRectifier {
    /** The exact form is taken where nothing is said. */
    public static final Approximation DEFAULT_APPROXIMATION = Approximation.NONE;

    /** How Φ is computed. */
    public enum Approximation {
      /** By the error function. */
      NONE,
      /** By the hyperbolic tangent of a cubic polynomial. */
      TANH
    }

    private static final double ROOT_HALF = 0x1.6a09e667f3bcdp-1;

    /** 1 / √(2π), the density at 0. */
    private static final double DENSITY = 0x1.9884533d43651p-2;

    /** √(2/π). */
    private static final double SLOPE = 0x1.9884533d43651p-1;

    private static final double CUBIC = 0.044715;

    @Override
    public double value(double z) {
      double twice = 1 + signed(z);
      return twice == 0 ? -0.0 : 0.5 * z * twice;
    }

    /** 2 Φ(z) - 1. */
    private double signed(double z) {
      return approximation == Approximation.NONE
          ? ErrorFunction.erf(z * ROOT_HALF)
          : ElementaryFunctions.tanh(SLOPE * (z + CUBIC * (z * z * z)));
    }

    /** Φ + z Φ'. */
    @Override
    public double derivative(double z, double a) {
      double signed = signed(z);
      double density = density(z, signed);
      return 0.5 * (1 + signed) + (density == 0 ? 0 : z * density);
    }

    /** Φ'. */
    private double density(double z, double signed) {
      if (approximation == Approximation.NONE) {
        return ElementaryFunctions.exp(-0.5 * z * z) * DENSITY;
      }
      double bend = (1 - signed) * (1 + signed);
      return bend == 0 ? 0 : 0.5 * bend * (SLOPE * (1 + 3 * CUBIC * (z * z)));
    }

    /** 2 Φ' + z Φ''. */
    @Override
    public double secondDerivative(double z, double a) {
      double signed = signed(z);
      double density = density(z, signed);
      if (density == 0) {
        return 0;
      }
      if (approximation == Approximation.NONE) {
        return density * (2 - z * z);
      }
      double inner = SLOPE * (1 + 3 * CUBIC * (z * z));
      double turned = density * (6 * CUBIC * SLOPE * z / inner - 2 * signed * inner);
      return 2 * density + z * turned;
    }
  }

  /**
   * The sigmoid linear unit, also called swish: z σ(z) with σ(z) = 1 / (1 + e⁻ᶻ); Elfwing, Uchibe
   * and Doya, "Sigmoid-weighted linear units for neural network function approximation in
   * reinforcement learning", Neural Networks 107, 2018.
   */
  record Silu() implements SmoothRectifier {
    @Override
    public double value(double z) {
      double s = ElementaryFunctions.sigmoid(z);
      return s == 0 ? -0.0 : z * s;
    }

    /** σ (1 + z (1 - σ)). */
    @Override
    public double derivative(double z, double a) {
      double s = ElementaryFunctions.sigmoid(z);
      return s == 0 || s == 1 ? s : s * (1 + z * (1 - s));
    }

    /** σ' (2 + z (1 - 2σ)) with σ' = σ (1 - σ). */
    @Override
    public double secondDerivative(double z, double a) {
      double s = ElementaryFunctions.sigmoid(z);
      double slope = s * (1 - s);
      return slope == 0 ? 0 : slope * (2 + z * (1 - 2 * s));
    }
  }

  /**
   * Mish: z tanh(ln(1 + eᶻ)); Misra, "Mish: A Self Regularized Non-Monotonic Activation Function",
   * BMVC 2020. With e = eᶻ and n = e (e + 2) the tanh is n / (n + 2), which loses no digits.
   */
  record Mish() implements SmoothRectifier {
    /** From here on the tanh is 1 to the last bit. */
    private static final double SATURATED = 20;

    @Override
    public double value(double z) {
      double t = gate(z);
      return t == 0 ? -0.0 : z * t;
    }

    private static double gate(double z) {
      if (z > SATURATED) {
        return 1;
      }
      double e = ElementaryFunctions.exp(z);
      double n = e * (e + 2);
      return n / (n + 2);
    }

    /** t + z t' with t' = 4 e (e + 1) / (n + 2)². */
    @Override
    public double derivative(double z, double a) {
      double t = gate(z);
      return t == 0 || t == 1 ? t : t + z * slope(ElementaryFunctions.exp(z));
    }

    private static double slope(double e) {
      double divisor = e * (e + 2) + 2;
      return 4 * e * (e + 1) / (divisor * divisor);
    }

    /** 2 t' + z t'' with t'' = 4 e ((2 e + 1)(n + 2) - 4 e (e + 1)²) / (n + 2)³. */
    @Override
    public double secondDerivative(double z, double a) {
      double e = ElementaryFunctions.exp(Math.min(z, SATURATED));
      if (e == 0 || z > SATURATED) {
        return 0;
      }
      double divisor = e * (e + 2) + 2;
      double bend = (2 * e + 1) * divisor - 4 * e * (e + 1) * (e + 1);
      return 2 * slope(e) + z * (4 * e * bend / (divisor * divisor * divisor));
    }
  }

  /**
   * Softplus: ln(1 + e^(β z)) / β, and z itself where β z is above a threshold; Dugas et al.,
   * "Incorporating second-order functional knowledge for better option pricing", NIPS 2000.
   *
   * @param beta β, above 0 and finite
   * @param threshold above 0 and finite
   */
  record Softplus(double beta, double threshold) implements SmoothRectifier {
    /** β where none is given. */
    public static final double DEFAULT_BETA = 1;

    /** The threshold where none is given. */
    public static final double DEFAULT_THRESHOLD = 20;

    /** Checks the ranges. */
    public Softplus {
      checkPositive("beta", beta);
      checkPositive("threshold", threshold);
    }

    @Override
    public double value(double z) {
      double x = beta * z;
      if (x > threshold) {
        return z;
      }
      double rest = ElementaryFunctions.log1p(ElementaryFunctions.exp(-Math.abs(x)));
      return (Math.max(x, 0) + rest) / beta;
    }

    @Override
    public double derivative(double z, double a) {
      return beta * z > threshold ? 1 : ElementaryFunctions.sigmoid(beta * z);
    }

    @Override
    public double secondDerivative(double z, double a) {
      double s = derivative(z, a);
      return beta * z > threshold ? 0 : beta * s * (1 - s);
    }

    @Override
    public double bound(double magnitude) {
      return magnitude + 1 / beta;
    }
  }

  private static void checkPositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " " + ShortestDecimal.format(value));
    }
  }
}
