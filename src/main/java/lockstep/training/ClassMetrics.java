package lockstep.training;

/**
 * How well the predicted classes are the targets'. Everything is computed from whole numbers, so
 * that only divisions and sums over the classes, in their order, are rounded.
 */
final class ClassMetrics {
  private static final int POSITIVE = 1;

  private ClassMetrics() {}

  /** What is computed for one class. */
  private interface OfClass {
    double value(ClassCounts counts, int number);
  }

  static double accuracy(Evaluation evaluation) {
    return (double) agreements(evaluation) / evaluation.samples();
  }

  static double errorRate(Evaluation evaluation) {
    return (double) (evaluation.samples() - agreements(evaluation)) / evaluation.samples();
  }

  private static int agreements(Evaluation evaluation) {
    return evaluation
        .classRule()
        .agreements(evaluation.outputs(), evaluation.targets(), evaluation.kernels());
  }

  /** The mean of the recalls of the classes that have samples. */
  static double balancedAccuracy(ClassCounts counts) {
    double sum = 0;
    int classes = 0;
    for (int number = 0; number < counts.classes(); number++) {
      if (counts.actual(number) > 0) {
        sum += recall(counts, number);
        classes++;
      }
    }
    return sum / classes;
  }

  static double precision(ClassCounts counts) {
    return summary(counts, ClassMetrics::precision);
  }

  static double recall(ClassCounts counts) {
    return summary(counts, ClassMetrics::recall);
  }

  static double f1(ClassCounts counts) {
    return summary(counts, ClassMetrics::f1);
  }

  /**
   * Matthews's coefficient in its form for any number of classes (J. Gorodkin, Comparing two
   * K-category assignments by a K-category correlation coefficient, Computational Biology and
   * Chemistry 28, 2004, equation 8): with n samples, c of them right, t samples and p predictions
   * of each class, (cn - Σtp) / √((n² - Σp²)(n² - Σt²)).
   *
   * @return 0 if only one class occurs or only one is predicted, as in scikit-learn
   */
  static double matthewsCorrelation(ClassCounts counts) {
    long samples = counts.samples();
    long both = 0;
    long predicted = samples * samples;
    long actual = samples * samples;
    for (int number = 0; number < counts.classes(); number++) {
      both += counts.right(number) * samples - counts.actual(number) * counts.predicted(number);
      predicted -= counts.predicted(number) * counts.predicted(number);
      actual -= counts.actual(number) * counts.actual(number);
    }
    double spread = (double) predicted * actual;
    return spread == 0 ? 0 : both / Math.sqrt(spread);
  }

  /** Of two classes the positive one's value, of more the mean over those that occur. */
  private static double summary(ClassCounts counts, OfClass value) {
    if (counts.classes() == 2) {
      return value.value(counts, POSITIVE);
    }
    double sum = 0;
    int classes = 0;
    for (int number = 0; number < counts.classes(); number++) {
      if (counts.actual(number) + counts.predicted(number) > 0) {
        sum += value.value(counts, number);
        classes++;
      }
    }
    return sum / classes;
  }

  private static double precision(ClassCounts counts, int number) {
    return share(counts.right(number), counts.predicted(number));
  }

  private static double recall(ClassCounts counts, int number) {
    return share(counts.right(number), counts.actual(number));
  }

  private static double f1(ClassCounts counts, int number) {
    return share(2 * counts.right(number), counts.actual(number) + counts.predicted(number));
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
