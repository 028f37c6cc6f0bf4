package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.LaneSum;

/** How good outputs are as probabilities of the classes. */
final class ProbabilityMetrics {
  /**
   * The smallest probability that a logarithm is taken of: the distance of 1 to the next double.
   */
  private static final double SMALLEST = 0x1p-52;

  private ProbabilityMetrics() {}

  /**
   * The mean of -ln max(p, 2⁻⁵²), p being the probability of the sample's class. scikit-learn also
   * takes 1 - 2⁻⁵² for a p of 1, which changes a term by 2.2 · 10⁻¹⁶.
   */
  static double logLoss(Evaluation evaluation) {
    double[] terms = evaluation.errors();
    int samples = evaluation.samples();
    for (int sample = 0; sample < samples; sample++) {
      double p = probability(evaluation, sample, target(evaluation, sample));
      terms[sample] = -ElementaryFunctions.log(p < SMALLEST ? SMALLEST : p);
    }
    return LaneSum.of(terms, 0, samples) / samples;
  }

  /**
   * The Brier score. Of two classes it is the mean of (p - y)², p being the probability of class 1
   * and y whether that is the sample's class; of more, the mean of Σ(pₖ - yₖ)² over the classes (G.
   * W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review
   * 78, 1950, equation 2).
   */
  static double brierScore(Evaluation evaluation) {
    double[] terms = evaluation.errors();
    int samples = evaluation.samples();
    int outputs = evaluation.outputs().getRowDimension();
    for (int sample = 0; sample < samples; sample++) {
      int target = target(evaluation, sample);
      double sum = 0;
      for (int number = outputs <= 2 ? 1 : 0; number < Math.max(outputs, 2); number++) {
        double error = probability(evaluation, sample, number) - (number == target ? 1 : 0);
        sum += error * error;
      }
      terms[sample] = sum;
    }
    return LaneSum.of(terms, 0, samples) / samples;
  }

  private static int target(Evaluation evaluation, int sample) {
    return evaluation.classRule().classOfTarget(evaluation.targets(), sample);
  }

  /** The probability of a class: an output, or of two classes with one output 1 minus it. */
  private static double probability(Evaluation evaluation, int sample, int number) {
    DenseMatrix outputs = evaluation.outputs();
    double[] values = outputs.values();
    if (outputs.getRowDimension() == 1) {
      return number == 1 ? values[sample] : 1 - values[sample];
    }
    return values[number * outputs.getColumnDimension() + sample];
  }
}
