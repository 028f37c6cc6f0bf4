package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Spiral arms around the origin, a class for each, as in Stanford's course CS231n.
 *
 * <p>Arm j has its points at the radii r evenly spaced over [0, 1] and the angles evenly spaced
 * over [4j, 4(j + 1)] plus noise, at (r sin t, r cos t). Draws: the noise, arm by arm, point by
 * point; noise 0 draws nothing.
 *
 * <p>Source: A. Karpathy, "CS231n Convolutional Neural Networks for Visual Recognition, Putting it
 * together: Minimal Neural Network Case Study", Stanford University.
 *
 * @param arms the number of arms, at least 1
 * @param perArm the number of points of each arm, at least 1
 * @param noise the standard deviation of what is added to each angle, in radians, at least 0
 */
public record Spirals(int arms, long perArm, double noise) implements Generator {
  /** The course's number of arms. */
  public static final int DEFAULT_ARMS = 3;

  /** The course's number of points of each arm. */
  public static final long DEFAULT_PER_ARM = 100;

  /** The course's noise. */
  public static final double DEFAULT_NOISE = 0.2;

  /** The angle that an arm covers. */
  private static final double TURN = 4;

  /** Checks the ranges. */
  public Spirals {
    NumberChecks.atLeastOne("arms", arms);
    NumberChecks.atLeastOne("per arm", perArm);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    double samples = (double) arms * perArm;
    return new DataShape(samples > Long.MAX_VALUE ? Long.MAX_VALUE : arms * perArm, 2, 1, arms);
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    double[] radii = Linspace.closed(0, 1, (int) perArm);
    for (int arm = 0; arm < arms; arm++) {
      double[][] angles = {Linspace.closed(TURN * arm, TURN * (arm + 1), radii.length)};
      Noise.add(angles, noise, stream);
      for (int point = 0; point < radii.length; point++) {
        double angle = angles[0][point];
        points.add(arm, radii[point] * FastMath.sin(angle), radii[point] * FastMath.cos(angle));
      }
    }
    return points.samples();
  }
}
