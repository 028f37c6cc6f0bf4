package lockstep.training;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.network.ClassRule;

/**
 * The scores of negative and positive samples, in order: what curves over all thresholds are made
 * of. The score of a sample is that of {@link ClassRule#scoreOf}.
 */
final class Scores {
  private final double[] sorted;
  private final boolean softmax;
  private int negatives;
  private boolean ordered;

  /**
   * Room for the scores.
   *
   * @param samples how many there are
   * @param softmax whether the outputs are those of a softmax
   */
  Scores(int samples, boolean softmax) {
    this.softmax = softmax;
    this.sorted = new double[samples];
  }

  /**
   * Orders the scores anew: those of the negative samples from the front, those of the positive
   * ones behind them, each part ascending.
   *
   * @param outputs out x n, one or two rows
   * @param targets out x n
   * @param rule how targets are read as classes
   */
  void order(DenseMatrix outputs, DenseMatrix targets, ClassRule rule) {
    negatives = 0;
    ordered = true;
    int behind = sorted.length;
    for (int sample = 0; sample < sorted.length; sample++) {
      double score = ClassRule.scoreOf(outputs, sample, softmax);
      ordered &= !Double.isNaN(score);
      if (rule.classOfTarget(targets, sample) == 0) {
        sorted[negatives++] = score;
      } else {
        sorted[--behind] = score;
      }
    }
    Arrays.sort(sorted, 0, negatives);
    Arrays.sort(sorted, negatives, sorted.length);
  }

  /**
   * The share of pairs of a positive and a negative sample in which the positive one has the higher
   * score, equal ones counting half; this is the area under the ROC curve (T. Fawcett, An
   * introduction to ROC analysis, Pattern Recognition Letters 27, 2006, section 7). The pairs are
   * counted in whole numbers.
   *
   * @return NaN if there is no such pair, or if a score is no number
   */
  double areaUnderRoc() {
    long positives = sorted.length - negatives;
    if (!ordered || positives == 0 || negatives == 0) {
      return Double.NaN;
    }
    long halves = 0;
    int below = 0;
    int notAbove = 0;
    for (int positive = negatives; positive < sorted.length; positive++) {
      while (below < negatives && sorted[below] < sorted[positive]) {
        below++;
      }
      while (notAbove < negatives && sorted[notAbove] <= sorted[positive]) {
        notAbove++;
      }
      halves += (long) below + notAbove;
    }
    return halves / (2.0 * positives * negatives);
  }

  /**
   * Σ (Rₖ - Rₖ₋₁) Pₖ over the thresholds from the highest score down, R being the recall and P the
   * precision of what is at or above the threshold; as in scikit-learn, nothing is interpolated.
   *
   * @return 0 if no sample is positive, as in scikit-learn; NaN if a score is no number
   */
  double averagePrecision() {
    if (!ordered) {
      return Double.NaN;
    }
    int positives = sorted.length - negatives;
    double sum = 0;
    int negative = negatives;
    int positive = sorted.length;
    while (positive > negatives) {
      double threshold = sorted[positive - 1];
      int before = positive;
      while (positive > negatives && sorted[positive - 1] == threshold) {
        positive--;
      }
      while (negative > 0 && sorted[negative - 1] >= threshold) {
        negative--;
      }
      double found = sorted.length - positive;
      sum += (before - positive) * (found / (found + (negatives - negative)));
    }
    return positives == 0 ? 0 : sum / positives;
  }
}
