package lockstep.data;

import java.util.List;
import lockstep.random.RandomStream;

/** The slopes of {@link LinearRegression}, one for each input. */
public sealed interface Coefficients {

  /** The number of inputs. */
  int features();

  /**
   * The slopes.
   *
   * @param stream where random numbers come from, if any are needed
   * @return one number an input
   */
  double[] choose(RandomStream stream);

  /**
   * Given slopes.
   *
   * @param values one number an input, at least one; finite
   */
  record Given(List<Double> values) implements Coefficients {
    /** Copies the numbers and checks them. */
    public Given {
      values = Table.checked("coefficients", List.of(values)).get(0);
    }

    @Override
    public int features() {
      return values.size();
    }

    @Override
    public double[] choose(RandomStream stream) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * Slopes that are drawn uniformly from [-1, 1).
   *
   * @param features the number of inputs, at least 1
   */
  record Drawn(int features) implements Coefficients {
    /** One input. */
    public static final int DEFAULT_FEATURES = 1;

    /** Checks the range. */
    public Drawn {
      NumberChecks.atLeastOne("features", features);
    }

    @Override
    public double[] choose(RandomStream stream) {
      double[] values = new double[features];
      for (int feature = 0; feature < features; feature++) {
        values[feature] = stream.uniform(-1, 1);
      }
      return values;
    }
  }
}
