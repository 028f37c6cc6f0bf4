package lockstep.training.optimizer;

import java.util.Arrays;
import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * Rprop: only the signs of gradients count; each parameter has a step size of its own.
 *
 * <pre>
 * step = ρ at the start; where g keeps its sign, step · increase; where it changes, step · decrease;
 *        always between the smallest and the largest step
 * θ -= sign(g) · step, but nothing just after a change of sign, and g then counts as 0
 * </pre>
 *
 * <p>The learning rate is that of the first update; later ones have no effect.
 *
 * <p>Source: Riedmiller and Braun, "A direct adaptive method for faster backpropagation learning:
 * the RPROP algorithm", IEEE International Conference on Neural Networks, 1993; without taking
 * steps back, as in {@code torch.optim.Rprop}.
 *
 * @param decrease the factor after a change of sign, in (0, 1)
 * @param increase the factor while the sign stays, above 1
 * @param smallestStep the smallest step, above 0
 * @param largestStep the largest step, at least the smallest
 */
public record Rprop(double decrease, double increase, double smallestStep, double largestStep)
    implements Optimizer {
  /** The factor after a change of sign where none is given. */
  public static final double DEFAULT_DECREASE = 0.5;

  /** The factor while the sign stays where none is given. */
  public static final double DEFAULT_INCREASE = 1.2;

  /** The smallest step where none is given. */
  public static final double DEFAULT_SMALLEST_STEP = 1e-6;

  /** The largest step where none is given. */
  public static final double DEFAULT_LARGEST_STEP = 50;

  /** With every default. */
  public static final Rprop DEFAULT =
      new Rprop(DEFAULT_DECREASE, DEFAULT_INCREASE, DEFAULT_SMALLEST_STEP, DEFAULT_LARGEST_STEP);

  /** Checks the ranges. */
  public Rprop {
    Optimizer.check("decrease", decrease, Double.MIN_VALUE, 1);
    Optimizer.check("increase", increase, Math.nextUp(1.0), Double.POSITIVE_INFINITY);
    if (!(smallestStep > 0 && largestStep >= smallestStep)) {
      throw new IllegalArgumentException(
          "steps from "
              + ShortestDecimal.format(smallestStep)
              + " to "
              + ShortestDecimal.format(largestStep));
    }
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
    private final Rprop rprop;
    private final double[] previous;
    private final double[] steps;
    private boolean first = true;

    State(Rprop rprop, int count) {
      this.rprop = rprop;
      this.previous = new double[count];
      this.steps = new double[count];
    }

    @Override
    public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
      if (first) {
        Arrays.fill(steps, rate);
        first = false;
      }
      double[] theta = parameters.values();
      for (int i = 0; i < theta.length; i++) {
        double g = gradient.values()[i];
        double sign = Math.signum(g) * Math.signum(previous[i]);
        double factor = sign > 0 ? rprop.increase : sign < 0 ? rprop.decrease : 1;
        steps[i] = Math.max(rprop.smallestStep, Math.min(rprop.largestStep, steps[i] * factor));
        previous[i] = sign < 0 ? 0 : g;
        theta[i] -= Math.signum(previous[i]) * steps[i];
      }
    }
  }
}
