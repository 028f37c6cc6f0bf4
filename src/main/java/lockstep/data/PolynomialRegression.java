package lockstep.data;

import java.util.List;
import java.util.Optional;
import lockstep.random.RandomStream;

/**
 * One input, one target: y = c₀ + c₁x + c₂x² + ... + noise, by Horner's rule.
 *
 * <p>The inputs are evenly spaced from {@code low} to {@code high}, both included, in ascending
 * order, so that only the noise is drawn; noise 0 draws nothing.
 *
 * @param samples the number of samples, at least 1; one alone is at {@code low}
 * @param coefficients c₀, c₁, ..., at least one; finite
 * @param low the first input
 * @param high the last input, above {@code low}
 * @param noise the standard deviation of what is added to each target, at least 0
 */
public record PolynomialRegression(
    long samples, List<Double> coefficients, double low, double high, double noise)
    implements Generator {
  /** As many samples as the other generators make. */
  public static final long DEFAULT_SAMPLES = 100;

  /** The first input. */
  public static final double DEFAULT_LOW = -1;

  /** The last input. */
  public static final double DEFAULT_HIGH = 1;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Copies the coefficients and checks the ranges. */
  public PolynomialRegression {
    NumberChecks.atLeastOne("samples", samples);
    coefficients = Table.checked("coefficients", List.of(coefficients)).get(0);
    NumberChecks.interval("range", low, high);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, 1, 1, 0);
  }

  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return Attainable.squaredError(noise);
  }

  @Override
  public Samples generate(RandomStream stream) {
    double[] spaced = Linspace.closed(low, high, shape().rows());
    double[][] inputs = new double[spaced.length][];
    double[][] targets = new double[spaced.length][];
    for (int sample = 0; sample < spaced.length; sample++) {
      inputs[sample] = new double[] {spaced[sample]};
      targets[sample] = new double[] {value(spaced[sample])};
    }
    Noise.add(targets, noise, stream);
    return Table.samples(inputs, targets);
  }

  private double value(double x) {
    double value = 0;
    for (int power = coefficients.size() - 1; power >= 0; power--) {
      value = value * x + coefficients.get(power);
    }
    return value;
  }
}
