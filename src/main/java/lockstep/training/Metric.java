package lockstep.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lockstep.data.Part;

/**
 * What is measured beside the loss after every epoch.
 *
 * <p>Outputs and targets are read as classes by {@link lockstep.network.ClassRule}. With two
 * classes, class 1 is the positive one. Formulas and what they give where they are undefined follow
 * scikit-learn 1.2, where nothing else is said; they are in {@code docs/metrics.md}.
 */
public enum Metric {
  /** The share of samples whose predicted class is the target's. */
  ACCURACY(Kind.SHARE, Need.CLASSES, true),
  /** The share of samples whose predicted class is not the target's. */
  ERROR_RATE(Kind.SHARE, Need.CLASSES, false),
  /** The mean of the recalls of the classes that have samples. */
  BALANCED_ACCURACY(Kind.SHARE, Need.TOLD_CLASSES, true),
  /**
   * Of the samples that are predicted to be positive, the share that is: tp / (tp + fp), or 0 if
   * there are none. With more than two classes the mean over the classes that occur.
   */
  PRECISION(Kind.SHARE, Need.TOLD_CLASSES, true),
  /**
   * Of the positive samples, the share that is predicted to be: tp / (tp + fn), or 0 if there are
   * none. With more than two classes the mean over the classes that occur.
   */
  RECALL(Kind.SHARE, Need.TOLD_CLASSES, true),
  /**
   * The harmonic mean of precision and recall: 2tp / (2tp + fp + fn), or 0 if that is 0 / 0. With
   * more than two classes the mean over the classes that occur.
   */
  F1(Kind.SHARE, Need.TOLD_CLASSES, true),
  /** The correlation of predicted classes and the targets', from -1 to 1; 0 if one is constant. */
  MATTHEWS_CORRELATION(Kind.CORRELATION, Need.TOLD_CLASSES, true),
  /**
   * The area under the ROC curve: the share of pairs of a positive and a negative sample in which
   * the positive one has the larger output, equal ones counting half. NaN without such a pair.
   */
  ROC_AUC(Kind.SHARE, Need.TWO_CLASSES, true),
  /** The precision at each output of a positive sample, averaged over the positive samples. */
  AVERAGE_PRECISION(Kind.SHARE, Need.TWO_CLASSES, true),
  /** The mean of -ln p, p being the probability of the sample's class, at least 2⁻⁵². */
  LOG_LOSS(Kind.LOG_LOSS, Need.PROBABILITIES, false),
  /**
   * The mean of (p - y)², p being the probability of class 1; with more than two classes the mean
   * over the samples of its sum over the classes.
   */
  BRIER_SCORE(Kind.BRIER_SCORE, Need.PROBABILITIES, false),
  /** The mean of |output - target| over samples and outputs. */
  MEAN_ABSOLUTE_ERROR(Kind.ERROR, Need.NOTHING, false),
  /** The mean over the outputs of the median over the samples of |output - target|. */
  MEDIAN_ABSOLUTE_ERROR(Kind.ERROR, Need.NOTHING, false),
  /** The largest |output - target| of all samples and outputs. */
  MAX_ERROR(Kind.ERROR, Need.NOTHING, false),
  /** The mean of (output - target)² over samples and outputs. */
  MEAN_SQUARED_ERROR(Kind.SQUARED_ERROR, Need.NOTHING, false),
  /** The square root of the mean of (output - target)² over samples and outputs. */
  ROOT_MEAN_SQUARED_ERROR(Kind.ERROR, Need.NOTHING, false),
  /**
   * The coefficient of determination: 1 - Σ(output - target)² / Σ(target - mean)², averaged over
   * the outputs. For a constant target it is 1 if the outputs are exact, else 0.
   */
  R2(Kind.DETERMINATION, Need.NOTHING, true),
  /** The share of hidden units whose activation has a zero derivative on every sample. */
  DEAD_UNITS(Kind.SHARE, Need.HIDDEN_UNITS, false);

  /** What a metric is counted in, which decides what it can share an axis with. */
  public enum Kind {
    /** A share of samples or units, or a mean of shares, from 0 to 1. */
    SHARE,
    /** An error of the outputs in the unit of the targets, from 0 up. */
    ERROR,
    /** The part of the targets' variance that is explained: 1 for exact outputs, no lower bound. */
    DETERMINATION,
    /** A correlation, from -1 to 1. */
    CORRELATION,
    /** An error of the outputs in the squared unit of the targets, from 0 up. */
    SQUARED_ERROR,
    /** The negative natural logarithm of a probability, from 0 up. */
    LOG_LOSS,
    /** The squared error of a probability, from 0 to 1, or to 2 with more than two classes. */
    BRIER_SCORE
  }

  /** What a metric needs to have a meaning. */
  public enum Need {
    /** Outputs and targets. */
    NOTHING,
    /** Targets that are classes. */
    CLASSES,
    /** Targets that are classes, each of which is read from a target as its own number. */
    TOLD_CLASSES,
    /** The same, and no more than two of them. */
    TWO_CLASSES,
    /** The same as for told classes, and outputs that are the classes' probabilities. */
    PROBABILITIES,
    /** A hidden layer. */
    HIDDEN_UNITS
  }

  private final Kind kind;
  private final Need need;
  private final boolean largerIsBetter;

  Metric(Kind kind, Need need, boolean largerIsBetter) {
    this.kind = kind;
    this.need = need;
    this.largerIsBetter = largerIsBetter;
  }

  /**
   * The metric's value.
   *
   * @param evaluation a finished forward pass with its targets
   */
  double of(Evaluation evaluation) {
    return switch (this) {
      case ACCURACY -> ClassMetrics.accuracy(evaluation);
      case ERROR_RATE -> ClassMetrics.errorRate(evaluation);
      case BALANCED_ACCURACY -> ClassMetrics.balancedAccuracy(evaluation.classCounts());
      case PRECISION -> ClassMetrics.precision(evaluation.classCounts());
      case RECALL -> ClassMetrics.recall(evaluation.classCounts());
      case F1 -> ClassMetrics.f1(evaluation.classCounts());
      case MATTHEWS_CORRELATION -> ClassMetrics.matthewsCorrelation(evaluation.classCounts());
      case ROC_AUC -> evaluation.scores().areaUnderRoc();
      case AVERAGE_PRECISION -> evaluation.scores().averagePrecision();
      case LOG_LOSS -> ProbabilityMetrics.logLoss(evaluation);
      case BRIER_SCORE -> ProbabilityMetrics.brierScore(evaluation);
      case MEAN_ABSOLUTE_ERROR -> ErrorMetrics.meanAbsolute(evaluation);
      case MEDIAN_ABSOLUTE_ERROR -> ErrorMetrics.medianAbsolute(evaluation);
      case MAX_ERROR -> ErrorMetrics.largest(evaluation);
      case MEAN_SQUARED_ERROR -> ErrorMetrics.meanSquared(evaluation);
      case ROOT_MEAN_SQUARED_ERROR -> Math.sqrt(ErrorMetrics.meanSquared(evaluation));
      case R2 -> ErrorMetrics.determination(evaluation);
      case DEAD_UNITS -> evaluation.pass().deadShareOfHiddenUnits();
    };
  }

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

  /** Whether a larger value of a column is better; not so for a loss. */
  public static boolean isLargerBetter(String column) {
    return ofColumn(column).map(Metric::largerIsBetter).orElse(false);
  }

  /** Whether a larger value is better. */
  public boolean largerIsBetter() {
    return largerIsBetter;
  }

  /** What it is counted in. */
  public Kind kind() {
    return kind;
  }

  /** What it needs to have a meaning. */
  public Need need() {
    return need;
  }
}
