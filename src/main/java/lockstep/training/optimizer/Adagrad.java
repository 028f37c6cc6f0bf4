package lockstep.training.optimizer;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * Adagrad: each parameter's rate falls with the gradients it has seen.
 *
 * <pre>
 * s = initial at the start, then s + g²
 * θ -= ρ / (1 + (t - 1) · rate decay) · g / (√s + epsilon)
 * </pre>
 *
 * <p>Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and
 * stochastic optimization", JMLR 12, 2011.
 *
 * @param rateDecay how fast the learning rate falls besides, at least 0
 * @param initialAccumulator s at the start, at least 0
 * @param epsilon keeps the quotient finite, above 0
 */
public record Adagrad(double rateDecay, double initialAccumulator, double epsilon)
    implements Optimizer {
  /** The rate does not fall besides where nothing is said. */
  public static final double DEFAULT_RATE_DECAY = 0;

  /** s starts at 0 where nothing is said. */
  public static final double DEFAULT_INITIAL_ACCUMULATOR = 0;

  /** The epsilon where none is given. */
  public static final double DEFAULT_EPSILON = 1e-10;

  /** With every default. */
  public static final Adagrad DEFAULT =
      new Adagrad(DEFAULT_RATE_DECAY, DEFAULT_INITIAL_ACCUMULATOR, DEFAULT_EPSILON);

  /** Checks the ranges. */
  public Adagrad {
    Optimizer.check("rate decay", rateDecay, 0, Double.POSITIVE_INFINITY);
    Optimizer.check("initial accumulator", initialAccumulator, 0, Double.POSITIVE_INFINITY);
    Optimizer.check("epsilon", epsilon, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
  }

  @Override
  public OptimizerState start(int count) {
    double[] squares = new double[count];
    Arrays.fill(squares, initialAccumulator);
    return new State(this, squares);
  }

  @Override
  public int numbersPerParameter() {
    return 1;
  }

  private static final class State implements OptimizerState {
    private final Adagrad adagrad;
    private final double[] squares;
    private long updates;

    State(Adagrad adagrad, double[] squares) {
      this.adagrad = adagrad;
      this.squares = squares;
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      double lowered = rate / (1 + updates * adagrad.rateDecay);
      for (int i = 0; i < theta.length; i++) {
        squares[i] += g[i] * g[i];
        theta[i] -= lowered * (g[i] / (Math.sqrt(squares[i]) + adagrad.epsilon));
      }
      updates++;
    }
  }
}
