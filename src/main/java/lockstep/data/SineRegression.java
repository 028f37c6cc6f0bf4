package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.util.FastMath;

/**
 * One input, one target: y = sin x + noise.
 *
 * <p>The inputs are evenly spaced from {@code low} to {@code high}, both included, in ascending
 * order, so that only the noise is drawn; noise 0 draws nothing.
 *
 * @param samples the number of samples, at least 1; one alone is at {@code low}
 * @param low the first input
 * @param high the last input, above {@code low}
 * @param noise the standard deviation of what is added to each target, at least 0
 */
public record SineRegression(long samples, double low, double high, double noise)
    implements Generator {
  /** As many samples as the classification generators make. */
  public static final long DEFAULT_SAMPLES = 100;

  /** One period begins here. */
  public static final double DEFAULT_LOW = -Math.PI;

  /** One period ends here. */
  public static final double DEFAULT_HIGH = Math.PI;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Checks the ranges. */
  public SineRegression {
    NumberChecks.atLeastOne("samples", samples);
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
    double[] inputs = Linspace.closed(low, high, shape().rows());
    double[][] targets = new double[inputs.length][];
    for (int sample = 0; sample < inputs.length; sample++) {
      targets[sample] = new double[] {FastMath.sin(inputs[sample])};
    }
    Noise.add(targets, noise, stream);
    return new Samples(new Array2DRowRealMatrix(inputs), new Array2DRowRealMatrix(targets, false));
  }
}
