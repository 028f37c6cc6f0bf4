package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * Adamax: Adam with the largest gradient of late in the place of the root of their mean square.
 *
 * <pre>
 * m = beta1 · m + (1 - beta1) · g
 * u = max(beta2 · u, |g| + epsilon)
 * θ -= ρ / (1 - beta1ᵗ) · m / u
 * </pre>
 *
 * <p>Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015,
 * arXiv:1412.6980, algorithm 2; epsilon as in {@code torch.optim.Adamax}.
 *
 * @param moments the running mean; of v only its beta is used
 */
public record Adamax(Moments moments) implements Optimizer {
  /** With every default. */
  public static final Adamax DEFAULT = new Adamax(Moments.DEFAULT);

  @Override
  public OptimizerState start(int count) {
    return new State(moments, count);
  }

  @Override
  public int numbersPerParameter() {
    return 2;
  }

  private static final class State implements OptimizerState {
    private final Moments moments;
    private final double[] means;
    private final double[] largest;
    private double power = 1;

    State(Moments moments, int count) {
      this.moments = moments;
      this.means = new double[count];
      this.largest = new double[count];
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      double[] theta = parameters.values();
      double[] g = gradient.values();
      power *= moments.beta1();
      double stepSize = rate / (1 - power);
      for (int i = 0; i < theta.length; i++) {
        means[i] = moments.beta1() * means[i] + (1 - moments.beta1()) * g[i];
        largest[i] = Math.max(moments.beta2() * largest[i], Math.abs(g[i]) + moments.epsilon());
        theta[i] -= stepSize * (means[i] / largest[i]);
      }
    }
  }
}
