package lockstep.data;

import java.util.Arrays;
import java.util.Optional;
import lockstep.decimal.ShortestDecimal;
import lockstep.random.RandomStream;

/**
 * A random division into a training and a test part, as scikit-learn's {@code train_test_split}.
 *
 * <p>Of n samples, ⌈testSize · n⌉ are held out. One permutation of all samples is drawn; its first
 * ones are the test part, the others, in the order of the permutation, the training part.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/model_selection/_split.py}, {@code ShuffleSplit}.
 *
 * @param testSize the share of samples that is held out, in (0, 1)
 */
public record Split(double testSize) {
  /** Checks the range. */
  public Split {
    if (!(testSize > 0 && testSize < 1)) {
      throw NumberChecks.refusal("test size", testSize, "in (0, 1)");
    }
  }

  /** How many of so many samples are held out. */
  public long testSamples(long samples) {
    return (long) Math.ceil(testSize * samples);
  }

  /** How many of so many samples are trained on. */
  public long trainSamples(long samples) {
    return samples - testSamples(samples);
  }

  /**
   * Why so many samples cannot be divided.
   *
   * @param samples how many there are
   * @return what is wrong; empty if nothing is
   */
  public Optional<String> obstacle(long samples) {
    return trainSamples(samples) > 0
        ? Optional.empty()
        : Optional.of(
            "test size "
                + ShortestDecimal.format(testSize)
                + " leaves none of "
                + samples
                + " samples to train on");
  }

  /**
   * Divides samples.
   *
   * @param samples all of them; not changed
   * @param stream where the permutation comes from
   * @throws IllegalArgumentException if none would be left to train on
   */
  public DataSet divide(Samples samples, RandomStream stream) {
    obstacle(samples.count())
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    int[] order = stream.permutation(samples.count());
    int held = (int) testSamples(samples.count());
    return new DataSet(
        samples.select(Arrays.copyOfRange(order, held, order.length)),
        Optional.of(samples.select(Arrays.copyOf(order, held))));
  }
}
