package lockstep.config.format;

import lockstep.training.Metric;

/** What each metric is, for people: as {@code docs/metrics.md} says, in a sentence. */
final class MetricMeanings {
  private static final String SCORES = "of two classes, by the output of the second one";
  private static final String MACRO = "of more than two classes the mean over them";

  private MetricMeanings() {}

  /**
   * A metric's formula. Samples n; true and false positives and negatives tp, fp, tn and fn;
   * outputs a and targets y.
   */
  static String of(Metric metric) {
    return switch (metric) {
      case ACCURACY -> "the share of samples whose class is predicted";
      case ERROR_RATE -> "1 - accuracy";
      case BALANCED_ACCURACY -> "the mean of the recalls of the classes";
      case PRECISION -> "tp / (tp + fp), " + MACRO;
      case RECALL -> "tp / (tp + fn), " + MACRO;
      case F1 -> "2 tp / (2 tp + fp + fn), " + MACRO;
      case MATTHEWS_CORRELATION ->
          "(tp tn - fp fn) / sqrt((tp + fp) (tp + fn) (tn + fp) (tn + fn)), of more than two"
              + " classes after Gorodkin, 2004";
      case ROC_AUC -> "the area under the ROC curve, " + SCORES;
      case AVERAGE_PRECISION ->
          "the precision at each threshold, weighted by what the recall grows there, " + SCORES;
      case LOG_LOSS -> "the mean of -ln p, p being the probability of the sample's class";
      case BRIER_SCORE ->
          "the mean of (p - y)^2, p being the probability of class 1; of more than two classes"
              + " summed over them (Brier, 1950)";
      case MEAN_ABSOLUTE_ERROR -> "the mean of |a - y|";
      case MEDIAN_ABSOLUTE_ERROR -> "the median of |a - y|";
      case MAX_ERROR -> "the largest |a - y|";
      case MEAN_SQUARED_ERROR -> "the mean of (a - y)^2";
      case ROOT_MEAN_SQUARED_ERROR -> "the root of the mean of (a - y)^2";
      case R2 -> "1 - sum (a - y)^2 / sum (y - mean y)^2";
      case DEAD_UNITS ->
          "the share of hidden units whose derivative is 0 on every sample of the training part";
    };
  }
}
