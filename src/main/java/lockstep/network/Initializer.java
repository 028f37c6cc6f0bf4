package lockstep.network;

import java.util.List;
import lockstep.random.RandomStream;

/** How one kind of parameter (weights or biases) gets its values before training. */
public sealed interface Initializer {

  /**
   * Begins to give values for one layer.
   *
   * @param stream where random numbers come from
   * @param layer the layer's index, 0 being the first after the inputs
   * @param in the units before it
   * @param out its units
   */
  InitialValues start(RandomStream stream, int layer, int in, int out);

  /**
   * Normal draws.
   *
   * @param mean the mean
   * @param std the standard deviation, at least 0
   */
  record Normal(double mean, double std) implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> stream.normal(mean, std);
    }
  }

  /**
   * Uniform draws from [low, high).
   *
   * @param low the lower bound
   * @param high the upper bound
   */
  record Uniform(double low, double high) implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> stream.uniform(low, high);
    }
  }

  /** Every value 0. */
  record Zeros() implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> 0;
    }
  }

  /**
   * Every value the same.
   *
   * @param value the value
   */
  record Constant(double value) implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> value;
    }
  }

  /**
   * Glorot and Bengio (2010): keeps the variance of activations and gradients for symmetric
   * activations. Normal: std = sqrt(2 / (in + out)); uniform: bound = sqrt(6 / (in + out)).
   *
   * @param distribution normal or uniform
   */
  record Xavier(Distribution distribution) implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return distribution.draw(stream, 2.0 / (in + out));
    }
  }

  /**
   * He et al. (2015): keeps the variance behind relu. Normal: std = sqrt(2 / in); uniform: bound =
   * sqrt(6 / in).
   *
   * @param distribution normal or uniform
   */
  record He(Distribution distribution) implements Initializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return distribution.draw(stream, 2.0 / in);
    }
  }

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

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      List<List<Double>> rows = layers.get(layer);
      return (row, column) -> rows.get(row).get(column);
    }
  }

  /** The shape of the distribution that a scaled initializer draws from. */
  enum Distribution {
    /** Normal with mean 0. */
    NORMAL,
    /** Uniform between bounds of the same size. */
    UNIFORM;

    /** Draws with mean 0 and the given variance: a bound b gives the variance b²/3. */
    InitialValues draw(RandomStream stream, double variance) {
      double std = Math.sqrt(variance);
      double bound = Math.sqrt(3 * variance);
      return this == NORMAL
          ? (row, column) -> stream.normal(0, std)
          : (row, column) -> stream.uniform(-bound, bound);
    }
  }
}
