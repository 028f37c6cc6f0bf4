package lockstep.statistics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * Student's distribution by the regularised incomplete beta function I: P(|T| ≥ t) = I(ν / (ν +
 * t²); ν / 2, 1 / 2), for ν degrees of freedom (Abramowitz and Stegun 1964, 26.7.1 and 26.5.27).
 *
 * @param degreesOfFreedom ν, above 0
 */
record StudentT(double degreesOfFreedom) {
  private static final double RELATIVE_ACCURACY = 1e-15;
  private static final double ABSOLUTE_ACCURACY = 1e-300;
  private static final int MOST_STEPS = 1000;

  /** P(|T| ≥ |t|), to about thirteen digits. */
  double twoSidedPValue(double t) {
    double square = t * t;
    double half = degreesOfFreedom / 2;
    // Near 0 the complement is computed, because ν / (ν + t²) would round to 1.
    return square < 1
        ? 1 - Beta.regularizedBeta(square / (degreesOfFreedom + square), 0.5, half)
        : Beta.regularizedBeta(degreesOfFreedom / (degreesOfFreedom + square), half, 0.5);
  }

  /**
   * The t for which P(|T| ≤ t) is the confidence.
   *
   * @throws IllegalArgumentException if the confidence is not between 0 and 1
   */
  double quantile(double confidence) {
    Probability.check("confidence", confidence);
    UnivariateFunction excess = t -> twoSidedPValue(t) - (1 - confidence);
    double high = 1;
    while (excess.value(high) > 0) {
      high *= 2;
    }
    return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY).solve(MOST_STEPS, excess, 0, high);
  }
}
