package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * RMSprop: gradients divided by a running mean of their size.
 *
 * <pre>
 * s = alpha · s + (1 - alpha) · g²
 * m = alpha · m + (1 - alpha) · g              if centered, else 0
 * d = g / (√max(0, s - m²) + epsilon)
 * v = momentum · v + d
 * θ -= ρ · v
 * </pre>
 *
 * <p>Source: Tieleman and Hinton, "Lecture 6.5 - rmsprop", COURSERA: Neural Networks for Machine
 * Learning, 2012; centered as in Graves, "Generating sequences with recurrent neural networks",
 * arXiv:1308.0850, 2013, equations 38 to 45. As in {@code torch.optim.RMSprop}, epsilon is added to
 * the root, where Graves has it under the root.
 *
 * @param alpha the share of s and m that is kept, in [0, 1)
 * @param momentum the share of v that is kept, in [0, 1)
 * @param centered whether the mean gradient is taken off
 * @param epsilon keeps the quotient finite, above 0
 */
public record RmsProp(double alpha, double momentum, boolean centered, double epsilon)
    implements Optimizer {
  /** The share of the running means that is kept where none is given. */
  public static final double DEFAULT_ALPHA = 0.99;

  /** No momentum where nothing is said. */
  public static final double DEFAULT_MOMENTUM = 0;

  /** The mean gradient is not taken off where nothing is said. */
  public static final boolean DEFAULT_CENTERED = false;

  /** The epsilon where none is given. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /** With every default. */
  public static final RmsProp DEFAULT =
      new RmsProp(DEFAULT_ALPHA, DEFAULT_MOMENTUM, DEFAULT_CENTERED, DEFAULT_EPSILON);

  /** Checks the ranges. */
  public RmsProp {
    Optimizer.check("alpha", alpha, 0, 1);
    Optimizer.check("momentum", momentum, 0, 1);
    Optimizer.check("epsilon", epsilon, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
  }

  @Override
  public OptimizerState start(int count) {
    return new State(this, count);
  }

  @Override
  public int numbersPerParameter() {
    return 3;
  }

  private static final class State implements OptimizerState {
    private final RmsProp rmsProp;
    private final double[] squares;
    private final double[] means;
    private final double[] velocity;

    State(RmsProp rmsProp, int count) {
      this.rmsProp = rmsProp;
      this.squares = new double[count];
      this.means = new double[count];
      this.velocity = new double[count];
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      double alpha = rmsProp.alpha;
      for (int i = 0; i < theta.length; i++) {
        squares[i] = alpha * squares[i] + (1 - alpha) * (g[i] * g[i]);
        if (rmsProp.centered) {
          means[i] = alpha * means[i] + (1 - alpha) * g[i];
        }
        double size = Math.sqrt(Math.max(0, squares[i] - means[i] * means[i])) + rmsProp.epsilon;
        velocity[i] = rmsProp.momentum * velocity[i] + g[i] / size;
        theta[i] -= rate * velocity[i];
      }
    }
  }
}
