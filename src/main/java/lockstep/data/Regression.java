package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;

/**
 * A random linear function of some of the inputs, as scikit-learn's {@code make_regression}.
 *
 * <p>Every target is bias + Σ cᵢxᵢ over the informative inputs, which are the first ones before
 * shuffling, with every slope cᵢ uniform in [0, 100). Draws: the inputs, sample by sample, the
 * slopes, input by input, the noise, sample by sample, target by target, and if shuffled a
 * permutation of the samples and one of the inputs. Noise 0 draws nothing.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param samples the number of samples, at least 1
 * @param features the number of inputs, at least 1
 * @param informative the number of inputs on which the targets depend, at least 1; more than there
 *     are inputs means all
 * @param targets the number of targets, at least 1
 * @param bias what is added to every target; finite
 * @param lowRank how correlated the inputs are; empty for independent standard normal ones
 * @param noise the standard deviation of what is added to each target, at least 0
 * @param shuffle whether samples and inputs come in random order
 */
public record Regression(
    long samples,
    int features,
    int informative,
    int targets,
    double bias,
    Optional<LowRank> lowRank,
    double noise,
    boolean shuffle)
    implements Generator {
  /** scikit-learn's default number of samples. */
  public static final long DEFAULT_SAMPLES = 100;

  /** scikit-learn's default number of inputs. */
  public static final int DEFAULT_FEATURES = 100;

  /** scikit-learn's default number of informative inputs. */
  public static final int DEFAULT_INFORMATIVE = 10;

  /** One target. */
  public static final int DEFAULT_TARGETS = 1;

  /** Through the origin. */
  public static final double DEFAULT_BIAS = 0;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Samples and inputs come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  /** Checks the ranges. */
  public Regression {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.atLeastOne("features", features);
    NumberChecks.atLeastOne("informative", informative);
    NumberChecks.atLeastOne("targets", targets);
    NumberChecks.finite("bias", bias);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, features, targets, 0);
  }

  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return Attainable.squaredError(noise);
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    double[][] inputs =
        lowRank.isPresent()
            ? lowRank.get().inputs(count, features, stream)
            : Drawn.normal(count, features, stream);
    double[][] slopes = Drawn.uniform(Math.min(informative, features), targets, stream);
    double[][] outputs = Products.of(inputs, hundredfold(slopes));
    for (double[] output : outputs) {
      for (int target = 0; target < targets; target++) {
        output[target] += bias;
      }
    }
    Noise.add(outputs, noise, stream);
    if (!shuffle) {
      return Table.samples(inputs, outputs);
    }
    int[] order = stream.permutation(count);
    double[][] rows = Reordering.rows(inputs, order);
    return Table.samples(
        Reordering.columns(rows, stream.permutation(features)), Reordering.rows(outputs, order));
  }

  private static double[][] hundredfold(double[][] slopes) {
    for (double[] row : slopes) {
      for (int target = 0; target < row.length; target++) {
        row[target] *= 100;
      }
    }
    return slopes;
  }
}
