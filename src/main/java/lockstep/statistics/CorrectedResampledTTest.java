package lockstep.statistics;

import lockstep.decimal.ShortestDecimal;

/**
 * The corrected resampled t-test, for pairs measured on splits whose training sets overlap, as
 * those of k-fold cross-validation and of repeated random splits do: t = mean(d) / √((1/n + q) s²)
 * with n - 1 degrees of freedom, for n differences d of standard deviation s, where q is the size
 * of a test set over that of a training set. With the plain paired test such differences, which are
 * not independent, look significant far too often (Nadeau and Bengio 2003, Inference for the
 * generalization error, Machine Learning 52, section 5).
 */
public final class CorrectedResampledTTest {
  private CorrectedResampledTTest() {}

  /**
   * Tests whether the expected difference of the pairs is 0.
   *
   * @param pairs one pair for each split
   * @param testToTrainingRatio q, above 0; 1 / (k - 1) for k folds
   * @return as {@link PairedTTest#test(PairedSamples)}
   * @throws IllegalArgumentException if the ratio is not a finite number above 0
   */
  public static TestResult test(PairedSamples pairs, double testToTrainingRatio) {
    if (!(testToTrainingRatio > 0 && Double.isFinite(testToTrainingRatio))) {
      throw new IllegalArgumentException(
          "ratio of test to training size " + ShortestDecimal.format(testToTrainingRatio));
    }
    return PairedTTest.test(pairs, 1.0 / pairs.size() + testToTrainingRatio);
  }
}
