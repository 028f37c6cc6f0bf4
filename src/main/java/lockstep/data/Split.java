package lockstep.data;

import lockstep.decimal.ShortestDecimal;

/**
 * A random division into a training and a test part, as scikit-learn's {@code train_test_split}.
 *
 * @param testSize the share of samples that is held out, in (0, 1)
 */
public record Split(double testSize) {
  /** Checks the range. */
  public Split {
    if (!(testSize > 0 && testSize < 1)) {
      throw new IllegalArgumentException(
          "test size " + ShortestDecimal.format(testSize) + " is not in (0, 1)");
    }
  }
}
