package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/**
 * A linear function of standard normal inputs: y = intercept + c₁x₁ + ... + cₘxₘ + noise.
 *
 * <p>The sum is taken from left to right. Draws: the coefficients if they are not given, then the
 * inputs, sample by sample, then the noise of every sample; noise 0 draws nothing.
 *
 * @param samples the number of samples, at least 1
 * @param coefficients the slopes c; their number is the number of inputs
 * @param intercept the value where all inputs are 0; finite
 * @param noise the standard deviation of what is added to each target, at least 0
 */
public record LinearRegression(
    long samples, Coefficients coefficients, double intercept, double noise) implements Generator {
  /** As many samples as the classification generators make. */
  public static final long DEFAULT_SAMPLES = 100;

  /** Through the origin. */
  public static final double DEFAULT_INTERCEPT = 0;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Checks the ranges. */
  public LinearRegression {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.finite("intercept", intercept);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, coefficients.features(), 1, 0);
  }

  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return Attainable.squaredError(noise);
  }

  @Override
  public Samples generate(RandomStream stream) {
    double[] slopes = coefficients.choose(stream);
    double[][] inputs = new double[shape().rows()][slopes.length];
    Noise.add(inputs, 1, stream);
    double[][] targets = new double[inputs.length][];
    for (int sample = 0; sample < inputs.length; sample++) {
      targets[sample] = new double[] {value(slopes, inputs[sample])};
    }
    Noise.add(targets, noise, stream);
    return new Samples(
        new Array2DRowRealMatrix(inputs, false), new Array2DRowRealMatrix(targets, false));
  }

  private double value(double[] slopes, double[] input) {
    double sum = intercept;
    for (int feature = 0; feature < slopes.length; feature++) {
      sum += slopes[feature] * input[feature];
    }
    return sum;
  }
}
