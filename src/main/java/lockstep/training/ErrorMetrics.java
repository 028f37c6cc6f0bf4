package lockstep.training;

import java.util.Arrays;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;

/** How far the outputs are from the targets. */
final class ErrorMetrics {
  private ErrorMetrics() {}

  static double meanAbsolute(Evaluation evaluation) {
    double[] errors = absolute(evaluation);
    return LaneSum.of(errors, 0, errors.length) / errors.length;
  }

  static double meanSquared(Evaluation evaluation) {
    double[] errors = evaluation.errors();
    return LaneSum.ofProducts(errors, 0, errors, 0, errors.length) / errors.length;
  }

  /** The largest of all; NaN if one is NaN. */
  static double largest(Evaluation evaluation) {
    double largest = 0;
    for (double error : absolute(evaluation)) {
      largest = Math.max(largest, error);
    }
    return largest;
  }

  /** Of an even number of samples the median is the mean of the two in the middle. */
  static double medianAbsolute(Evaluation evaluation) {
    double[] errors = absolute(evaluation);
    int samples = evaluation.samples();
    double sum = 0;
    int outputs = errors.length / samples;
    for (int output = 0; output < outputs; output++) {
      sum += median(errors, output * samples, samples);
    }
    return sum / outputs;
  }

  /** The median of a part of an array, which is sorted; NaN, which is behind all, if one is NaN. */
  private static double median(double[] values, int from, int count) {
    Arrays.sort(values, from, from + count);
    if (Double.isNaN(values[from + count - 1])) {
      return Double.NaN;
    }
    double upper = values[from + count / 2];
    return count % 2 == 1 ? upper : (values[from + count / 2 - 1] + upper) / 2;
  }

  static double determination(Evaluation evaluation) {
    double sum = 0;
    int outputs = evaluation.targets().getRowDimension();
    for (int output = 0; output < outputs; output++) {
      sum += determination(evaluation, output);
    }
    return sum / outputs;
  }

  private static double determination(Evaluation evaluation, int output) {
    int samples = evaluation.samples();
    double[] errors = evaluation.errors();
    DenseMatrix targets = evaluation.targets();
    double residual =
        LaneSum.ofProducts(errors, output * samples, errors, output * samples, samples);
    double mean = LaneSum.of(targets.values(), output * samples, samples) / samples;
    for (int sample = 0; sample < samples; sample++) {
      errors[sample] = targets.values()[output * samples + sample] - mean;
    }
    double total = LaneSum.ofProducts(errors, 0, errors, 0, samples);
    if (total == 0) {
      return residual == 0 ? 1 : 0;
    }
    return 1 - residual / total;
  }

  private static double[] absolute(Evaluation evaluation) {
    double[] errors = evaluation.errors();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.abs(errors[i]);
    }
    return errors;
  }
}
