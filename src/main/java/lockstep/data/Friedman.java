package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Friedman's regression problems, as scikit-learn's {@code make_friedman1}, {@code make_friedman2}
 * and {@code make_friedman3}.
 *
 * <p>Draws: the inputs, sample by sample, then a normal number for each sample, also if the noise
 * is 0.
 *
 * <p>Source: J. H. Friedman, "Multivariate Adaptive Regression Splines", Annals of Statistics 19
 * (1), 1991; L. Breiman, "Bagging Predictors", Machine Learning 24 (2), 1996; scikit-learn 1.2,
 * {@code sklearn/datasets/_samples_generator.py}.
 */
public sealed interface Friedman extends Generator {
  /** scikit-learn's default number of samples. */
  long DEFAULT_SAMPLES = 100;

  /** No noise. */
  double DEFAULT_NOISE = 0;

  /** The number of samples. */
  long samples();

  /** The number of inputs. */
  int features();

  /** The standard deviation of what is added to each target. */
  double noise();

  /**
   * Stretches uniform numbers in [0, 1) to the ranges of the inputs.
   *
   * @param x the numbers of a sample; modified
   */
  void stretch(double[] x);

  /**
   * The target without noise.
   *
   * @param x the inputs of a sample
   */
  double target(double[] x);

  @Override
  default DataShape shape() {
    return new DataShape(samples(), features(), 1, 0);
  }

  @Override
  default Optional<Attainable> attainable(RandomStream stream) {
    return Attainable.squaredError(noise());
  }

  @Override
  default Samples generate(RandomStream stream) {
    double[][] inputs = Drawn.uniform(shape().rows(), features(), stream);
    double[][] targets = new double[inputs.length][1];
    for (int sample = 0; sample < inputs.length; sample++) {
      stretch(inputs[sample]);
      targets[sample][0] = target(inputs[sample]) + noise() * stream.normal();
    }
    return Table.samples(inputs, targets);
  }

  private static void stretchCircuit(double[] x) {
    x[0] *= 100;
    x[1] *= 520 * Math.PI;
    x[1] += 40 * Math.PI;
    x[3] *= 10;
    x[3] += 1;
  }

  private static double reactance(double[] x) {
    return x[1] * x[2] - 1 / (x[1] * x[3]);
  }

  /**
   * y = 10 sin(π x₀ x₁) + 20 (x₂ - 1/2)² + 10 x₃ + 5 x₄, with all inputs in [0, 1).
   *
   * @param samples at least 1
   * @param features the number of inputs, at least 5; the others have no effect
   * @param noise at least 0
   */
  record First(long samples, int features, double noise) implements Friedman {
    /** The number of inputs that have an effect. */
    public static final int NEEDED = 5;

    /** scikit-learn's default number of inputs. */
    public static final int DEFAULT_FEATURES = 10;

    /** Checks the ranges. */
    public First {
      NumberChecks.atLeastOne("samples", samples);
      if (features < NEEDED) {
        throw new IllegalArgumentException("features " + features + " is not at least 5");
      }
      NumberChecks.deviation("noise", noise);
    }

    @Override
    public void stretch(double[] x) {
      // The inputs are used as they are drawn.
    }

    @Override
    public double target(double[] x) {
      double middle = x[2] - 0.5;
      double wave = 10 * FastMath.sin(Math.PI * x[0] * x[1]);
      return wave + 20 * (middle * middle) + 10 * x[3] + 5 * x[4];
    }
  }

  /**
   * The impedance y = √(x₀² + (x₁ x₂ - 1 / (x₁ x₃))²) of a circuit with the resistance x₀ in [0,
   * 100), the angular frequency x₁ in [40π, 560π), the inductance x₂ in [0, 1) and the capacity x₃
   * in [1, 11).
   *
   * @param samples at least 1
   * @param noise at least 0
   */
  record Second(long samples, double noise) implements Friedman {
    /** Checks the ranges. */
    public Second {
      NumberChecks.atLeastOne("samples", samples);
      NumberChecks.deviation("noise", noise);
    }

    @Override
    public int features() {
      return 4;
    }

    @Override
    public void stretch(double[] x) {
      stretchCircuit(x);
    }

    @Override
    public double target(double[] x) {
      double reactance = reactance(x);
      return Math.sqrt(x[0] * x[0] + reactance * reactance);
    }
  }

  /**
   * The phase angle y = arctan((x₁ x₂ - 1 / (x₁ x₃)) / x₀) of the same circuit.
   *
   * @param samples at least 1
   * @param noise at least 0
   */
  record Third(long samples, double noise) implements Friedman {
    /** Checks the ranges. */
    public Third {
      NumberChecks.atLeastOne("samples", samples);
      NumberChecks.deviation("noise", noise);
    }

    @Override
    public int features() {
      return 4;
    }

    @Override
    public void stretch(double[] x) {
      stretchCircuit(x);
    }

    @Override
    public double target(double[] x) {
      return FastMath.atan(reactance(x) / x[0]);
    }
  }
}
