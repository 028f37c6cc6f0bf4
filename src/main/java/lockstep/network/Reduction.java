package lockstep.network;

/** How the losses of all samples and outputs become one number. */
public enum Reduction {
  /** The mean over every element, samples x outputs; PyTorch's default. */
  MEAN,
  /** The sum over every element. */
  SUM,
  /** Summed over the outputs, averaged over the samples. */
  MEAN_OVER_SAMPLES;

  /**
   * What the sum over every element is divided by.
   *
   * @param outputs the number of outputs
   * @param samples the number of samples
   */
  double divisor(int outputs, int samples) {
    return switch (this) {
      case MEAN -> (double) outputs * samples;
      case SUM -> 1;
      case MEAN_OVER_SAMPLES -> samples;
    };
  }
}
