package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * A circle of radius 1 (class 0) around a smaller one (class 1), as scikit-learn's {@code
 * make_circles}.
 *
 * <p>If no sizes are given, the outer circle has ⌊samples / 2⌋ points and the inner one the rest;
 * they are evenly spaced from angle 0 on. Draws: a permutation if shuffled, then the noise, point
 * by point. Noise 0 draws nothing, as does {@code noise=None}; {@code noise=0.0}, for which
 * scikit-learn draws and adds zeros, cannot be had.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param sizes the number of points, of both classes together or of each
 * @param factor the radius of the inner circle, in [0, 1)
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 * @param shuffle whether the points come in random order; else the outer circle comes first
 */
public record Circles(ClassSizes sizes, double factor, double noise, boolean shuffle)
    implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** scikit-learn's default radius of the inner circle. */
  public static final double DEFAULT_FACTOR = 0.8;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Points come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  /** Checks the ranges. */
  public Circles {
    sizes.checkTwo();
    if (!(factor >= 0 && factor < 1)) {
      throw NumberChecks.refusal("factor", factor, "in [0, 1)");
    }
    NumberChecks.deviation("noise", noise);
  }

  /**
   * Circles of about the same size.
   *
   * @param samples the number of points of both, at least 1
   */
  public Circles(long samples, double factor, double noise, boolean shuffle) {
    this(new ClassSizes.Total(samples), factor, noise, shuffle);
  }

  @Override
  public DataShape shape() {
    return new DataShape(sizes.total(), 2, 1, 2);
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    LabelledPoints points = new LabelledPoints(count);
    addCircle(points, 0, sizes.firstOfTwo());
    addCircle(points, 1, count - sizes.firstOfTwo());
    if (shuffle) {
      points.shuffle(stream);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }

  private void addCircle(LabelledPoints points, int label, int count) {
    double radius = label == 0 ? 1 : factor;
    // Measured on 50,903 angles: FastMath gives NumPy's sines and cosines to the last bit for 99.9
    // %
    // of them, StrictMath for 96.8 %.
    for (double angle : Linspace.halfOpen(0, 2 * Math.PI, count)) {
      points.add(label, FastMath.cos(angle) * radius, FastMath.sin(angle) * radius);
    }
  }
}
