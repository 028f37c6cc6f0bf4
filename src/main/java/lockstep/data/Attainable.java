package lockstep.data;

import java.util.Optional;

/**
 * What no network can be expected to do better than on new samples of a generator, because of the
 * noise in them. On the samples that it is trained on a network can do better, by learning their
 * noise.
 *
 * @param measure what is limited
 * @param value the limit
 * @param reached whether the best rule reaches the limit; else it is a bound that may be out of
 *     reach
 * @param reason where the limit comes from, for people, a part of a sentence
 */
public record Attainable(Measure measure, double value, boolean reached, String reason) {

  /** What can be limited. */
  public enum Measure {
    /** The mean squared error, the lower the better. */
    MSE,
    /** The share of samples whose class is found, the higher the better. */
    ACCURACY
  }

  /** Checks that the limit is a number. */
  public Attainable {
    NumberChecks.finite("limit", value);
  }

  /**
   * The limit of targets with noise.
   *
   * @param deviation the standard deviation of the noise on each target
   * @return its square; empty without noise
   */
  static Optional<Attainable> squaredError(double deviation) {
    double variance = deviation * deviation;
    return deviation > 0 && Double.isFinite(variance)
        ? Optional.of(
            new Attainable(Measure.MSE, variance, true, "the variance of the targets' noise"))
        : Optional.empty();
  }

  /**
   * The limit of classes that overlap.
   *
   * @param value the accuracy of the best rule
   * @param reason where it comes from
   * @return empty if the best rule makes no mistake
   */
  static Optional<Attainable> accuracy(double value, String reason) {
    return value < 1
        ? Optional.of(new Attainable(Measure.ACCURACY, value, true, reason))
        : Optional.empty();
  }
}
