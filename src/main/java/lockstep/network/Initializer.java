package lockstep.network;

import java.util.List;

/** How one kind of parameter (weights or biases) gets its values before training. */
public sealed interface Initializer {

  /**
   * Normal draws.
   *
   * @param mean the mean
   * @param std the standard deviation, at least 0
   */
  record Normal(double mean, double std) implements Initializer {}

  /**
   * Uniform draws from [low, high).
   *
   * @param low the lower bound
   * @param high the upper bound
   */
  record Uniform(double low, double high) implements Initializer {}

  /** Every value 0. */
  record Zeros() implements Initializer {}

  /**
   * Every value the same.
   *
   * @param value the value
   */
  record Constant(double value) implements Initializer {}

  /**
   * Glorot and Bengio (2010): keeps the variance of activations and gradients for symmetric
   * activations. Normal: std = sqrt(2 / (in + out)); uniform: bound = sqrt(6 / (in + out)).
   *
   * @param distribution normal or uniform
   */
  record Xavier(Distribution distribution) implements Initializer {}

  /**
   * He et al. (2015): keeps the variance behind relu. Normal: std = sqrt(2 / in); uniform: bound =
   * sqrt(6 / in).
   *
   * @param distribution normal or uniform
   */
  record He(Distribution distribution) implements Initializer {}

  /**
   * Values number by number.
   *
   * @param layers one matrix a layer: for weights {@code in x out}, for biases {@code 1 x out}
   */
  record Given(List<List<List<Double>>> layers) implements Initializer {
    /** Copies the values. */
    public Given {
      layers = layers.stream().map(rows -> rows.stream().map(List::copyOf).toList()).toList();
    }
  }

  /** The shape of the distribution that a scaled initializer draws from. */
  enum Distribution {
    NORMAL,
    UNIFORM
  }
}
