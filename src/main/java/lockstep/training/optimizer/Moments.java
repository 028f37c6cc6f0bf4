package lockstep.training.optimizer;

import lockstep.decimal.ShortestDecimal;

/**
 * How Adam and its relatives gather gradients: running means whose start at 0 is corrected for.
 *
 * <pre>
 * m = beta1 · m + (1 - beta1) · g              corrected: m / (1 - beta1ᵗ)
 * v = beta2 · v + (1 - beta2) · g²             corrected: v / (1 - beta2ᵗ)
 * </pre>
 *
 * @param beta1 the share of m that is kept, in [0, 1)
 * @param beta2 the share of v that is kept, in [0, 1)
 * @param epsilon keeps the quotient finite, above 0
 */
public record Moments(double beta1, double beta2, double epsilon) {
  /** The share of m that is kept where none is given. */
  public static final double DEFAULT_BETA1 = 0.9;

  /** The share of v that is kept where none is given. */
  public static final double DEFAULT_BETA2 = 0.999;

  /** The epsilon where none is given. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /** With every default. */
  public static final Moments DEFAULT = new Moments(DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);

  /** Checks the ranges. */
  public Moments {
    Optimizer.check("beta1", beta1, 0, 1);
    Optimizer.check("beta2", beta2, 0, 1);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + ShortestDecimal.format(epsilon));
    }
  }

  /** m and v of a run, with the powers of the betas. */
  static final class State {
    private final Moments moments;
    private final double[] means;
    private final double[] squares;
    private double power1 = 1;
    private double power2 = 1;

    State(Moments moments, int count) {
      this.moments = moments;
      this.means = new double[count];
      this.squares = new double[count];
    }

    /** Begins the next update. */
    void next() {
      power1 *= moments.beta1;
      power2 *= moments.beta2;
    }

    /** m of a parameter, with its gradient g added. */
    double mean(int i, double g) {
      means[i] = moments.beta1 * means[i] + (1 - moments.beta1) * g;
      return means[i];
    }

    /** v of a parameter, with its gradient g added. */
    double square(int i, double g) {
      squares[i] = moments.beta2 * squares[i] + (1 - moments.beta2) * (g * g);
      return squares[i];
    }

    /** 1 - beta1ᵗ. */
    double correction1() {
      return 1 - power1;
    }

    /** 1 - beta2ᵗ. */
    double correction2() {
      return 1 - power2;
    }
  }
}
