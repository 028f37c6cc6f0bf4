package lockstep.training.schedule;

import java.util.OptionalLong;
import org.apache.commons.math3.util.FastMath;

/**
 * Half a wave of a cosine from ρ down to the lowest rate, which is kept after T steps: lowest + (ρ
 * - lowest) · (1 + cos(π · min(t, T) / T)) / 2. As {@code CosineAnnealingLR}, which would rise
 * again after T.
 *
 * <p>Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR
 * 2017, arXiv:1608.03983, equation 5.
 *
 * @param over T, at least 1; empty for the whole run
 * @param lowest the lowest rate, at least 0
 */
public record Cosine(OptionalLong over, double lowest) implements Schedule {
  /** The lowest rate where none is given. */
  public static final double DEFAULT_LOWEST = 0;

  /** Checks the ranges. */
  public Cosine {
    Schedule.checkOver(over, 1);
    Schedule.check("lowest rate", lowest, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    long length = Math.max(1, over.orElse(steps));
    return step -> between(learningRate, lowest, Math.min(step, length) / (double) length);
  }

  /** Half a wave from one rate to another; the share of it that is done is in [0, 1]. */
  static double between(double from, double to, double share) {
    return to + (from - to) * (1 + cosine(share)) / 2;
  }

  /** cos(π · share); arguments up to π/2 need no reduction. */
  private static double cosine(double share) {
    return share <= 0.5 ? FastMath.cos(Math.PI * share) : -FastMath.cos(Math.PI * (1 - share));
  }
}
