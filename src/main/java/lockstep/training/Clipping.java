package lockstep.training;

import lockstep.decimal.ShortestDecimal;

/**
 * How gradients that are too large are cut before an update.
 *
 * <p>Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
 * networks", ICML 2013, arXiv:1211.5063, algorithm 1. PyTorch's {@code clip_grad_norm_} divides by
 * the norm plus 1e-6; here the clipped norm is the limit.
 */
public sealed interface Clipping {
  /** Gradients are taken as they are. */
  Clipping NONE = new None();

  /** What is cut at. */
  double limit();

  /** Nothing is cut. */
  record None() implements Clipping {
    @Override
    public double limit() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The gradient of all trained parameters together keeps its direction: where its Euclidean norm
   * is above the limit, it is multiplied by limit / norm. A norm that is not finite is left alone.
   *
   * @param limit the largest norm, above 0
   */
  record ByNorm(double limit) implements Clipping {
    /** Checks the range. */
    public ByNorm {
      check(limit);
    }
  }

  /**
   * Each element of the gradient by itself: {@code max(-limit, min(limit, g))}.
   *
   * @param limit the largest magnitude, above 0
   */
  record ByValue(double limit) implements Clipping {
    /** Checks the range. */
    public ByValue {
      check(limit);
    }
  }

  private static void check(double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("gradients cut at " + ShortestDecimal.format(limit));
    }
  }
}
