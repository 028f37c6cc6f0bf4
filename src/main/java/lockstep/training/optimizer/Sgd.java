package lockstep.training.optimizer;

import java.util.Objects;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * Gradient descent, plain or with momentum.
 *
 * <pre>
 * d = g + decay · θ
 * v = d at the first update, then momentum · v + (1 - dampening) · d
 * θ -= ρ · v          or, if nesterov,          θ -= ρ · (d + momentum · v)
 * </pre>
 *
 * <p>Without momentum v is d. Plain descent, θ -= ρ · g, is computed in the arithmetic of the run.
 *
 * <p>Source: Polyak, "Some methods of speeding up the convergence of iteration methods", USSR
 * Computational Mathematics and Mathematical Physics 4(5), 1964; with Nesterov's momentum as in
 * Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep
 * learning", ICML 2013, in the form of {@code torch.optim.SGD}, which leaves the learning rate out
 * of v.
 *
 * @param momentum the share of v that is kept, in [0, 1)
 * @param dampening the share of a new gradient that is left out of v, in [0, 1]
 * @param nesterov whether the step looks ahead along v; needs momentum, and no dampening
 * @param weightDecay the decay, at least 0: a penalty decay/2 · Σθ² on weights and biases
 */
public record Sgd(double momentum, double dampening, boolean nesterov, double weightDecay)
    implements Optimizer {
  /** No momentum where nothing is said. */
  public static final double DEFAULT_MOMENTUM = 0;

  /** No dampening where nothing is said. */
  public static final double DEFAULT_DAMPENING = 0;

  /** No look ahead where nothing is said. */
  public static final boolean DEFAULT_NESTEROV = false;

  /** No decay where nothing is said. */
  public static final double DEFAULT_WEIGHT_DECAY = 0;

  /** θ -= ρ · g, where nothing is said. */
  public static final Sgd PLAIN =
      new Sgd(DEFAULT_MOMENTUM, DEFAULT_DAMPENING, DEFAULT_NESTEROV, DEFAULT_WEIGHT_DECAY);

  /** Checks the ranges. */
  public Sgd {
    Optimizer.check("momentum", momentum, 0, 1);
    Optimizer.check("dampening", dampening, 0, Math.nextUp(1.0));
    Optimizer.check("weight decay", weightDecay, 0, Double.POSITIVE_INFINITY);
    if (nesterov && !(momentum > 0 && dampening == 0)) {
      throw new IllegalArgumentException("nesterov without momentum or with dampening");
    }
  }

  @Override
  public OptimizerState start(int count) {
    return Objects.equals(this, PLAIN)
        ? Sgd::descend
        : new State(this, new double[momentum > 0 ? count : 0]);
  }

  @Override
  public int numbersPerParameter() {
    return momentum > 0 ? 1 : 0;
  }

  private static void descend(
      DenseMatrix parameters, DenseMatrix gradient, double learningRate, Kernels kernels) {
    parameters.addMultiple(-learningRate, gradient, kernels);
  }

  private static final class State implements OptimizerState {
    private final Sgd sgd;
    private final double[] velocity;
    private boolean first = true;

    State(Sgd sgd, double[] velocity) {
      this.sgd = sgd;
      this.velocity = velocity;
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      for (int i = 0; i < theta.length; i++) {
        double d = g[i] + sgd.weightDecay * theta[i];
        theta[i] -= rate * (velocity.length > 0 ? moved(i, d) : d);
      }
      first = false;
    }

    private double moved(int i, double d) {
      velocity[i] = first ? d : sgd.momentum * velocity[i] + (1 - sgd.dampening) * d;
      return sgd.nesterov ? d + sgd.momentum * velocity[i] : velocity[i];
    }
  }
}
