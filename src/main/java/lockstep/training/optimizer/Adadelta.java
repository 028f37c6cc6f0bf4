package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * Adadelta: steps whose size follows from those made before.
 *
 * <pre>
 * s = rho · s + (1 - rho) · g²
 * d = √(u + epsilon) / √(s + epsilon) · g
 * u = rho · u + (1 - rho) · d²
 * θ -= ρ · d
 * </pre>
 *
 * <p>Source: Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701, 2012, algorithm
 * 1, where the learning rate ρ is 1.
 *
 * @param rho the share of s and u that is kept, in [0, 1)
 * @param epsilon keeps the quotient finite and starts the first step, above 0
 */
public record Adadelta(double rho, double epsilon) implements Optimizer {
  /** The share of the running means that is kept where none is given. */
  public static final double DEFAULT_RHO = 0.9;

  /** The epsilon where none is given. */
  public static final double DEFAULT_EPSILON = 1e-6;

  /** With every default. */
  public static final Adadelta DEFAULT = new Adadelta(DEFAULT_RHO, DEFAULT_EPSILON);

  /** Checks the ranges. */
  public Adadelta {
    Optimizer.check("rho", rho, 0, 1);
    Optimizer.check("epsilon", epsilon, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
  }

  @Override
  public OptimizerState start(int count) {
    return new State(this, count);
  }

  @Override
  public int numbersPerParameter() {
    return 2;
  }

  private static final class State implements OptimizerState {
    private final Adadelta adadelta;
    private final double[] squares;
    private final double[] steps;

    State(Adadelta adadelta, int count) {
      this.adadelta = adadelta;
      this.squares = new double[count];
      this.steps = new double[count];
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      double rho = adadelta.rho;
      double epsilon = adadelta.epsilon;
      for (int i = 0; i < theta.length; i++) {
        squares[i] = rho * squares[i] + (1 - rho) * (g[i] * g[i]);
        double d = Math.sqrt(steps[i] + epsilon) / Math.sqrt(squares[i] + epsilon) * g[i];
        steps[i] = rho * steps[i] + (1 - rho) * (d * d);
        theta[i] -= rate * d;
      }
    }
  }
}
