package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/** The state of Adam, with the differences that AMSGrad and AdamW make. */
final class AdamState implements OptimizerState {
  private final Moments.State state;
  private final double epsilon;
  private final double[] largest;
  private final double weightDecay;

  /**
   * A state at its start.
   *
   * @param moments the running means
   * @param count how many parameters
   * @param largestSquares whether v is replaced by its largest value so far
   * @param weightDecay the share of θ, times ρ, that each update takes off
   */
  AdamState(Moments moments, int count, boolean largestSquares, double weightDecay) {
    this.state = new Moments.State(moments, count);
    this.epsilon = moments.epsilon();
    this.largest = new double[largestSquares ? count : 0];
    this.weightDecay = weightDecay;
  }

  @Override
  public void step(DenseMatrix parameters, DenseMatrix gradient, double rate, Kernels kernels) {
    double[] theta = parameters.values();
    double[] g = gradient.values();
    state.next();
    double stepSize = rate / state.correction1();
    double root = Math.sqrt(state.correction2());
    double kept = 1 - rate * weightDecay;
    for (int i = 0; i < theta.length; i++) {
      double mean = state.mean(i, g[i]);
      double size = Math.sqrt(square(i, g[i])) / root + epsilon;
      theta[i] = theta[i] * kept - stepSize * (mean / size);
    }
  }

  private double square(int i, double g) {
    double square = state.square(i, g);
    if (largest.length == 0) {
      return square;
    }
    largest[i] = Math.max(largest[i], square);
    return largest[i];
  }
}
