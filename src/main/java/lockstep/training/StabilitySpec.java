package lockstep.training;

import java.util.List;

/**
 * How often the curvature along the updates is measured, and with it the largest stable learning
 * rate.
 *
 * <p>Let g be the update direction: what gradient descent subtracts, times the learning rate, with
 * all deviations. The curvature λ is the largest real eigenvalue of its Jacobian J = dg/dθ with
 * respect to the trained parameters. Near a state where g vanishes an update multiplies a
 * displacement along the eigenvector by 1 - rate · λ, so that it grows in size as soon as the rate
 * is above 2/λ. Without deviations J is the Hessian of the loss.
 *
 * @param every after every how many epochs, at least 1; the untrained network and the last state
 *     are measured too
 */
public record StabilitySpec(int every) {
  /** How often where nothing is said. */
  public static final int DEFAULT_EVERY = 10;

  /**
   * The column with λ. It is NaN where λ could not be determined: if a parameter or the direction
   * is not finite, or {@link PowerIteration} did not settle, as with complex eigenvalues.
   */
  public static final String CURVATURE = "curvature";

  /**
   * The column with 2/λ; infinite where λ is not above 0, so that curvature sets no limit, and NaN
   * where λ is.
   */
  public static final String STABLE_LEARNING_RATE = "stable_learning_rate";

  /** Both columns, in the order of the history. */
  public static final List<String> COLUMNS = List.of(CURVATURE, STABLE_LEARNING_RATE);

  /** Checks the range. */
  public StabilitySpec {
    if (every < 1) {
      throw new IllegalArgumentException("measured every " + every + " epochs");
    }
  }

  /**
   * Whether it is measured at an epoch. In a history the columns are NaN elsewhere, in CSV files
   * the cells are empty.
   *
   * @param epoch from 0 to {@code last}
   * @param last the last epoch that was completed
   */
  public boolean measures(int epoch, int last) {
    return epoch % every == 0 || epoch == last;
  }

  /**
   * The largest stable learning rate.
   *
   * @param curvature λ; may be NaN
   * @return 2/λ; infinite if λ is not above 0, NaN if it is NaN
   */
  public static double stableLearningRate(double curvature) {
    return curvature <= 0 ? Double.POSITIVE_INFINITY : 2 / curvature;
  }
}
