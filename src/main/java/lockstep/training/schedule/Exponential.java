package lockstep.training.schedule;

import org.apache.commons.math3.util.FastMath;

/**
 * A factor after every step: ρ · factorᵗ. As {@code ExponentialLR}.
 *
 * @param factor what the rate is multiplied by, in (0, 1]
 */
public record Exponential(double factor) implements Schedule {
  /** Checks the range. */
  public Exponential {
    Schedule.check("factor", factor, Double.MIN_VALUE, Math.nextUp(1.0));
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> learningRate * FastMath.pow(factor, (double) step);
  }
}
