package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Two spirals that are wound into each other three times, a classic for deep networks.
 *
 * <p>Point i, from 0 to 96, of the first spiral, class 1, is at the angle φ = π i / 16 and the
 * radius r = 6.5 (104 - i) / 104: (r sin φ, r cos φ). The second spiral, class 0, has the opposite
 * points; both alternate. With another number of points than 97 the i are evenly spaced over the
 * same range. Draws: the noise, point by point; noise 0 draws nothing.
 *
 * <p>Source: K. J. Lang, M. J. Witbrock, "Learning to Tell Two Spirals Apart", Proceedings of the
 * 1988 Connectionist Models Summer School, Morgan Kaufmann, 1988.
 *
 * @param perSpiral the number of points of each spiral, at least 1
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 */
public record TwoSpirals(long perSpiral, double noise) implements Generator {
  /** The original number of points of each spiral. */
  public static final long DEFAULT_PER_SPIRAL = 97;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  private static final double LAST = 96;
  private static final double STEPS = 104;
  private static final double RADIUS = 6.5;

  /** Checks the ranges. */
  public TwoSpirals {
    NumberChecks.atLeastOne("per spiral", perSpiral);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    long samples = perSpiral > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * perSpiral;
    return new DataShape(samples, 2, 1, 2);
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    for (double step : Linspace.closed(0, LAST, (int) perSpiral)) {
      double radius = RADIUS * (STEPS - step) / STEPS;
      double x = radius * FastMath.sin(Math.PI * step / 16);
      double y = radius * FastMath.cos(Math.PI * step / 16);
      points.add(1, x, y);
      points.add(0, -x, -y);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }
}
