package lockstep.network;

/** How the losses of all samples and outputs become one number. */
public enum Reduction {
  /** The mean over every element, samples x outputs; PyTorch's default. */
  MEAN,
  /** The sum over every element. */
  SUM,
  /** Summed over the outputs, averaged over the samples. */
  MEAN_OVER_SAMPLES
}
