package lockstep.training;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.network.ClassRule;

/**
 * How many samples each class has, how many are predicted to be of it, and how many rightly: the
 * sums of the rows, the sums of the columns, and the diagonal of the confusion matrix.
 */
final class ClassCounts {
  private final long[] actual;
  private final long[] predicted;
  private final long[] right;
  private long samples;

  /**
   * Room for the counts.
   *
   * @param outputs the number of the network's outputs; one output tells two classes
   */
  ClassCounts(int outputs) {
    int classes = outputs == 1 ? 2 : outputs;
    this.actual = new long[classes];
    this.predicted = new long[classes];
    this.right = new long[classes];
  }

  /**
   * Counts anew.
   *
   * @param outputs out x n
   * @param targets out x n
   * @param rule how they are read as classes
   */
  void count(DenseMatrix outputs, DenseMatrix targets, ClassRule rule) {
    Arrays.fill(actual, 0);
    Arrays.fill(predicted, 0);
    Arrays.fill(right, 0);
    samples = outputs.getColumnDimension();
    for (int sample = 0; sample < samples; sample++) {
      int target = rule.classOfTarget(targets, sample);
      int output = rule.classOf(outputs, sample);
      actual[target]++;
      predicted[output]++;
      right[target] += target == output ? 1 : 0;
    }
  }

  /** The number of classes, at least 2. */
  int classes() {
    return actual.length;
  }

  /** The number of samples. */
  long samples() {
    return samples;
  }

  /** The samples of a class. */
  long actual(int number) {
    return actual[number];
  }

  /** The samples that are predicted to be of a class. */
  long predicted(int number) {
    return predicted[number];
  }

  /** The samples of a class that are predicted to be of it. */
  long right(int number) {
    return right[number];
  }
}
