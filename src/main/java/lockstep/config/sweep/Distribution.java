package lockstep.config.sweep;

import java.math.BigDecimal;
import java.util.List;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;
import lockstep.random.RandomStream;

/** What the values of a key are drawn from. */
public sealed interface Distribution {

  /**
   * Draws a value.
   *
   * @param stream moved on
   * @param place the place that the value gets, if it has none of its own
   */
  Node draw(RandomStream stream, Place place);

  /**
   * One of some values, all equally likely.
   *
   * @param values at least one
   */
  record OneOf(List<Node> values) implements Distribution {
    /** Copies the list. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Node draw(RandomStream stream, Place place) {
      return values.get(stream.integer(0, values.size()));
    }
  }

  /** Any number in [low, high), all equally likely. */
  record Uniform(double low, double high) implements Distribution {
    @Override
    public Node draw(RandomStream stream, Place place) {
      return Numbers.node(place, stream.uniform(low, high));
    }
  }

  /** e to the power of a uniform number, so that every order of magnitude is equally likely. */
  record LogUniform(double low, double high) implements Distribution {
    @Override
    public Node draw(RandomStream stream, Place place) {
      double exponent = stream.uniform(StrictMath.log(low), StrictMath.log(high));
      double value = Math.max(low, Math.min(high, StrictMath.exp(exponent)));
      return Numbers.node(place, value);
    }
  }

  /** One of low, low + step, ... up to high, all equally likely. */
  record Quantized(double low, double high, double step) implements Distribution {
    @Override
    public Node draw(RandomStream stream, Place place) {
      int steps = (int) Math.floor((high - low) / step * (1 + Math.ulp(1.0)));
      BigDecimal way = decimal(step).multiply(BigDecimal.valueOf(stream.integer(0, steps + 1)));
      return Numbers.node(place, decimal(low).add(way).doubleValue());
    }

    private static BigDecimal decimal(double value) {
      return new BigDecimal(Numbers.show(value));
    }
  }

  /** A whole number from low to high, both included, all equally likely. */
  record Integers(int low, int high) implements Distribution {
    @Override
    public Node draw(RandomStream stream, Place place) {
      return Numbers.node(place, low + stream.integer(0, high - low + 1));
    }
  }

  /** The normal distribution. */
  record Normal(double mean, double std) implements Distribution {
    @Override
    public Node draw(RandomStream stream, Place place) {
      return Numbers.node(place, stream.normal(mean, std));
    }
  }
}
