package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Points on a sheet that is bent like an S, as scikit-learn's {@code make_s_curve}: (sin t, h, sgn
 * t (cos t - 1)), with the position t along the curve as the target.
 *
 * <p>t is uniform in [-3π/2, 3π/2) and h in [0, 2). Draws: all t, then all h, then the noise of all
 * first coordinates, second and third ones, also if it is 0.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param samples the number of points, at least 1
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 */
public record SCurve(long samples, double noise) implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Checks the ranges. */
  public SCurve {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, 3, 1, 0);
  }

  @Override
  public Samples generate(RandomStream stream) {
    double[] along = Drawn.uniform(shape().rows(), stream);
    double[] across = Drawn.uniform(along.length, stream);
    double[][] points = new double[along.length][];
    double[][] targets = new double[along.length][];
    for (int point = 0; point < points.length; point++) {
      double t = 3 * Math.PI * (along[point] - 0.5);
      double bend = Math.signum(t) * (FastMath.cos(t) - 1);
      points[point] = new double[] {FastMath.sin(t), 2 * across[point], bend};
      targets[point] = new double[] {t};
    }
    Noise.addByColumns(points, noise, stream);
    return Table.samples(points, targets);
  }
}
