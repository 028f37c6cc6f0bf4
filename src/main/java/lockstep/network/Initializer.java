package lockstep.network;

import java.util.List;
import lockstep.decimal.ShortestDecimal;
import lockstep.random.RandomStream;

/** How one kind of parameter (weights or biases) gets its values before training. */
public sealed interface Initializer
    permits Initializer.Normal,
        Initializer.TruncatedNormal,
        Initializer.Uniform,
        Initializer.Zeros,
        Initializer.Constant,
        Initializer.Xavier,
        Initializer.He,
        Initializer.Given,
        Initializer.GivenLayer,
        Initializer.EachLayer,
        ScaledInitializer {

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
   * @param mean the mean, finite
   * @param std the standard deviation, finite and at least 0
   */
  record Normal(double mean, double std) implements Initializer {
    /** The mean where none is given. */
    public static final double DEFAULT_MEAN = 0;

    /** Checks the ranges. */
    public Normal {
      if (!(Double.isFinite(mean) && std >= 0 && Double.isFinite(std))) {
        throw new IllegalArgumentException(
            "normal with mean "
                + ShortestDecimal.format(mean)
                + " and standard deviation "
                + ShortestDecimal.format(std));
      }
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> stream.normal(mean, std);
    }
  }

  /**
   * Normal draws, of which those too far from the mean are drawn anew, one by one: TensorFlow's
   * {@code truncated_normal}. A value takes as many draws as it needs.
   *
   * @param mean the mean, finite
   * @param std the standard deviation before anything is cut off, finite and at least 0
   * @param bound how many standard deviations a value may be from the mean; at least {@value
   *     #SMALLEST_BOUND}, for which 12 draws are needed on the average
   */
  record TruncatedNormal(double mean, double std, double bound) implements Initializer {
    /** The bound where none is given. */
    public static final double DEFAULT_BOUND = 2;

    /** The smallest bound. */
    public static final double SMALLEST_BOUND = 0.1;

    /** Checks the ranges. */
    public TruncatedNormal {
      new Normal(mean, std);
      if (!(bound >= SMALLEST_BOUND && Double.isFinite(bound))) {
        throw new IllegalArgumentException("bound " + ShortestDecimal.format(bound));
      }
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> {
        double deviation = stream.normal();
        while (Math.abs(deviation) > bound) {
          deviation = stream.normal();
        }
        return mean + std * deviation;
      };
    }
  }

  /**
   * Uniform draws from [low, high).
   *
   * @param low the lower bound
   * @param high the upper bound, above the lower one by a finite number
   */
  record Uniform(double low, double high) implements Initializer {
    /** Checks the ranges. */
    public Uniform {
      if (!(low < high && Double.isFinite(high - low))) {
        throw new IllegalArgumentException(
            "uniform from "
                + ShortestDecimal.format(low)
                + " to "
                + ShortestDecimal.format(high)
                + " is not a finite interval from low to high");
      }
    }

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
   * @param value the value, finite
   */
  record Constant(double value) implements Initializer {
    /** Checks the range. */
    public Constant {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("constant " + ShortestDecimal.format(value));
      }
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> value;
    }
  }

  /**
   * Glorot and Bengio (2010): keeps the variance of activations and gradients for symmetric
   * activations. Normal: std = g sqrt(2 / (in + out)); uniform: bound = g sqrt(6 / (in + out)).
   *
   * @param distribution normal or uniform
   * @param gain g, above 0 and finite: 5/3 for tanh in PyTorch
   */
  record Xavier(Distribution distribution, double gain) implements Initializer {
    /** The gain where none is given. */
    public static final double DEFAULT_GAIN = 1;

    /** Checks the range. */
    public Xavier {
      ScaledInitializer.checkGain(gain);
    }

    /** With a gain of 1. */
    public Xavier(Distribution distribution) {
      this(distribution, DEFAULT_GAIN);
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return distribution.draw(stream, gain * gain * (2.0 / (in + out)));
    }
  }

  /**
   * He et al. (2015): keeps the variance behind relu and, with its slope, leaky_relu. Normal: std =
   * sqrt(2 / ((1 + slope²) in)); uniform: bound = sqrt(6 / ((1 + slope²) in)).
   *
   * @param distribution normal or uniform
   * @param slope that of the activation on the negative side, in [0, 1)
   */
  record He(Distribution distribution, double slope) implements Initializer {
    /** The slope where none is given: that of relu. */
    public static final double DEFAULT_SLOPE = 0;

    /** Checks the range. */
    public He {
      if (!(slope >= 0 && slope < 1)) {
        throw new IllegalArgumentException("slope " + ShortestDecimal.format(slope));
      }
    }

    /** For relu. */
    public He(Distribution distribution) {
      this(distribution, DEFAULT_SLOPE);
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return distribution.draw(stream, 2.0 / ((1 + slope * slope) * in));
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

  /**
   * Values of a single layer number by number, for a list with an initializer for each layer.
   *
   * @param rows for weights {@code in x out}, for biases {@code 1 x out}
   */
  record GivenLayer(List<List<Double>> rows) implements Initializer {
    /** Copies the values. */
    public GivenLayer {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return (row, column) -> rows.get(row).get(column);
    }
  }

  /**
   * An initializer for each layer.
   *
   * @param layers one for each layer after the inputs
   */
  record EachLayer(List<Initializer> layers) implements Initializer {
    /** Copies the list. */
    public EachLayer {
      layers = List.copyOf(layers);
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return layers.get(layer).start(stream, layer, in, out);
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
