package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import org.apache.commons.math3.util.FastMath;

/**
 * NAdam: Adam with Nesterov's momentum, which grows over the updates.
 *
 * <pre>
 * μₜ = beta1 · (1 - 0.96^(t · momentum decay) / 2)          Π = μ₁ · ... · μₜ
 * m = beta1 · m + (1 - beta1) · g
 * v = beta2 · v + (1 - beta2) · g²
 * n = √(v / (1 - beta2ᵗ)) + epsilon
 * θ -= ρ · (1 - μₜ) / (1 - Π) · g / n + ρ · μₜ₊₁ / (1 - Π · μₜ₊₁) · m / n
 * </pre>
 *
 * <p>Source: Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop 2016, with the
 * momentum schedule of {@code torch.optim.NAdam}.
 *
 * @param moments the running means
 * @param momentumDecay how fast the momentum grows, at least 0
 */
public record Nadam(Moments moments, double momentumDecay) implements Optimizer {
  /** How fast the momentum grows where nothing is said. */
  public static final double DEFAULT_MOMENTUM_DECAY = 0.004;

  /** With every default. */
  public static final Nadam DEFAULT = new Nadam(Moments.DEFAULT, DEFAULT_MOMENTUM_DECAY);

  private static final double BASE = 0.96;

  /** Checks the range. */
  public Nadam {
    Optimizer.check("momentum decay", momentumDecay, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public OptimizerState start(int count) {
    return new State(this, count);
  }

  @Override
  public int numbersPerParameter() {
    return 2;
  }

  /** μ of an update, from 0.96^(t · momentum decay). */
  private double momentum(double power) {
    return moments.beta1() * (1 - 0.5 * power);
  }

  private static final class State implements OptimizerState {
    private final Nadam nadam;
    private final Moments.State state;
    private final double factor;
    private double power = 1;
    private double product = 1;

    State(Nadam nadam, int count) {
      this.nadam = nadam;
      this.state = new Moments.State(nadam.moments, count);
      this.factor = FastMath.pow(BASE, nadam.momentumDecay);
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      state.next();
      power *= factor;
      double now = nadam.momentum(power);
      double next = nadam.momentum(power * factor);
      product *= now;
      double byGradient = rate * (1 - now) / (1 - product);
      double byMean = rate * next / (1 - product * next);
      for (int i = 0; i < theta.length; i++) {
        double mean = state.mean(i, g[i]);
        double square = state.square(i, g[i]) / state.correction2();
        double size = Math.sqrt(square) + nadam.moments.epsilon();
        theta[i] -= byGradient * (g[i] / size);
        theta[i] -= byMean * (mean / size);
      }
    }
  }
}
