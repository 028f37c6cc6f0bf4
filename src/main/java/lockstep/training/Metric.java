package lockstep.training;

/** What is measured beside the loss after every epoch. */
public enum Metric {
  /** The share of samples whose predicted class is the target's. */
  ACCURACY,
  /** 1 - accuracy. */
  ERROR_RATE,
  /** The mean of |output - target| over samples and outputs. */
  MEAN_ABSOLUTE_ERROR,
  /** The square root of the mean of (output - target)² over samples and outputs. */
  ROOT_MEAN_SQUARED_ERROR,
  /** 1 - residual / total sum of squares, averaged over the outputs. */
  R2,
  /** The share of hidden units that are inactive on every training sample. */
  DEAD_UNITS
}
