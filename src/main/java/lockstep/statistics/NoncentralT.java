package lockstep.statistics;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/**
 * The noncentral t distribution, both tails together. T² has a noncentral F distribution with 1 and
 * ν degrees of freedom, which is a mixture: P(|T| ≤ t) = Σⱼ e⁻ᵐ mʲ/j! · I(t² / (ν + t²); j + 1/2,
 * ν/2) with m = δ²/2 and the regularised incomplete beta function I (Johnson, Kotz and Balakrishnan
 * 1995, Continuous univariate distributions 2, chapter 30).
 *
 * @param degreesOfFreedom ν, above 0
 * @param noncentrality δ, finite
 */
record NoncentralT(double degreesOfFreedom, double noncentrality) {
  /** Weights further from the middle than so many standard deviations do not count. */
  private static final double REACH = 10;

  /** What the reach is too short by where the weights are few. */
  private static final double MARGIN = 40;

  /** What of a sum of probabilities is too little to count. */
  private static final double NEGLIGIBLE = 1e-17;

  /** P(|T| > t). */
  double beyond(double t) {
    double mean = noncentrality * noncentrality / 2;
    double reach = REACH * Math.sqrt(mean) + MARGIN;
    double x = t * t / (degreesOfFreedom + t * t);
    double within = 0;
    for (double j = Math.max(0, Math.floor(mean - reach)); j <= mean + reach; j++) {
      double part = Beta.regularizedBeta(x, j + 0.5, degreesOfFreedom / 2);
      if (part < NEGLIGIBLE) {
        break; // The part falls with j, and the weights add up to 1.
      }
      within += weight(mean, j) * part;
    }
    return Math.max(0, 1 - within);
  }

  /** The probability e⁻ᵐ mʲ/j! of Poisson's distribution. */
  private static double weight(double mean, double j) {
    if (mean == 0) {
      return j == 0 ? 1 : 0;
    }
    return FastMath.exp(j * FastMath.log(mean) - mean - Gamma.logGamma(j + 1));
  }
}
