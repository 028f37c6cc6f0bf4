package lockstep.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lockstep.data.Part;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;
import lockstep.network.ClassRule;

/** What is measured beside the loss after every epoch. */
public enum Metric {
  /** The share of samples whose predicted class is the target's, by {@link ClassRule}. */
  ACCURACY(Kind.SHARE, true) {
    @Override
    double of(Evaluation evaluation) {
      return (double) correct(evaluation) / evaluation.samples();
    }
  },
  /** The share of samples whose predicted class is not the target's. */
  ERROR_RATE(Kind.SHARE, false) {
    @Override
    double of(Evaluation evaluation) {
      return (double) (evaluation.samples() - correct(evaluation)) / evaluation.samples();
    }
  },
  /** The mean of |output - target| over samples and outputs. */
  MEAN_ABSOLUTE_ERROR(Kind.ERROR, false) {
    @Override
    double of(Evaluation evaluation) {
      double[] errors = evaluation.errors();
      for (int i = 0; i < errors.length; i++) {
        errors[i] = Math.abs(errors[i]);
      }
      return LaneSum.of(errors, 0, errors.length) / errors.length;
    }
  },
  /** The square root of the mean of (output - target)² over samples and outputs. */
  ROOT_MEAN_SQUARED_ERROR(Kind.ERROR, false) {
    @Override
    double of(Evaluation evaluation) {
      double[] errors = evaluation.errors();
      return Math.sqrt(LaneSum.ofProducts(errors, 0, errors, 0, errors.length) / errors.length);
    }
  },
  /**
   * The coefficient of determination: 1 - Σ(output - target)² / Σ(target - mean)², averaged over
   * the outputs. For a constant target it is 1 if the outputs are exact, else 0, as in
   * scikit-learn.
   */
  R2(Kind.DETERMINATION, true) {
    @Override
    double of(Evaluation evaluation) {
      double sum = 0;
      int outputs = evaluation.targets().getRowDimension();
      for (int output = 0; output < outputs; output++) {
        sum += determination(evaluation, output);
      }
      return sum / outputs;
    }
  },
  /** The share of hidden units whose activation has a zero derivative on every sample. */
  DEAD_UNITS(Kind.SHARE, false) {
    @Override
    double of(Evaluation evaluation) {
      return evaluation.pass().deadShareOfHiddenUnits();
    }
  };

  /** What a metric is counted in, which decides what it can share an axis with. */
  public enum Kind {
    /** A share of samples or units, from 0 to 1. */
    SHARE,
    /** An error of the outputs in the unit of the targets, from 0 up. */
    ERROR,
    /** The part of the targets' variance that is explained: 1 for exact outputs, no lower bound. */
    DETERMINATION
  }

  private final Kind kind;
  private final boolean largerIsBetter;

  Metric(Kind kind, boolean largerIsBetter) {
    this.kind = kind;
    this.largerIsBetter = largerIsBetter;
  }

  /**
   * The metric's value.
   *
   * @param evaluation a finished forward pass with its targets
   */
  abstract double of(Evaluation evaluation);

  /** The column of the history: the name in {@code snake_case}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The metric that a column of the history holds.
   *
   * @param column a name such as {@code accuracy} or, of a part that is held out, {@code
   *     test_accuracy}
   * @return empty for a loss and for any other name
   */
  public static Optional<Metric> ofColumn(String column) {
    String quantity = Part.quantity(column);
    return Arrays.stream(values()).filter(metric -> metric.column().equals(quantity)).findFirst();
  }

  /** Whether a larger value is better. */
  public boolean largerIsBetter() {
    return largerIsBetter;
  }

  /** What it is counted in. */
  public Kind kind() {
    return kind;
  }

  private static int correct(Evaluation evaluation) {
    return ClassRule.agreements(evaluation.outputs(), evaluation.targets(), evaluation.kernels());
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
}
