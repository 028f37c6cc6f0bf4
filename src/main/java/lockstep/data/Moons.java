package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Two interleaved half circles of radius 1, as scikit-learn's {@code make_moons}.
 *
 * <p>Class 0 has the points (cos t, sin t), ⌊samples / 2⌋ of them if no sizes are given, class 1
 * the rest, (1 - cos t, 1/2 - sin t), with t evenly spaced over [0, π], both ends included. Draws:
 * a permutation if shuffled, then the noise, point by point; noise 0 draws nothing (as {@code
 * noise=None}).
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param sizes the number of points, of both classes together or of each
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 * @param shuffle whether the points come in random order; else class 0 comes first
 */
public record Moons(ClassSizes sizes, double noise, boolean shuffle) implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Points come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  /** Checks the ranges. */
  public Moons {
    sizes.checkTwo();
    NumberChecks.deviation("noise", noise);
  }

  /**
   * Moons of about the same size.
   *
   * @param samples the number of points of both, at least 1
   */
  public Moons(long samples, double noise, boolean shuffle) {
    this(new ClassSizes.Total(samples), noise, shuffle);
  }

  @Override
  public DataShape shape() {
    return new DataShape(sizes.total(), 2, 1, 2);
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    LabelledPoints points = new LabelledPoints(count);
    for (double angle : Linspace.closed(0, Math.PI, sizes.firstOfTwo())) {
      points.add(0, FastMath.cos(angle), FastMath.sin(angle));
    }
    for (double angle : Linspace.closed(0, Math.PI, count - sizes.firstOfTwo())) {
      points.add(1, 1 - FastMath.cos(angle), 1 - FastMath.sin(angle) - 0.5);
    }
    if (shuffle) {
      points.shuffle(stream);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }
}
