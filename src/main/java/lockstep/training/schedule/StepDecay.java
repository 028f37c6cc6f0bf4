package lockstep.training.schedule;

import org.apache.commons.math3.util.FastMath;

/**
 * A factor after every so many steps: ρ · factor^⌊t / every⌋. As {@code StepLR}.
 *
 * @param every how many steps, at least 1
 * @param factor what the rate is multiplied by, in (0, 1]
 */
public record StepDecay(long every, double factor) implements Schedule {
  /** The factor where none is given. */
  public static final double DEFAULT_FACTOR = 0.1;

  /** Checks the ranges. */
  public StepDecay {
    Schedule.check("every", every, 1, Double.POSITIVE_INFINITY);
    Schedule.check("factor", factor, Double.MIN_VALUE, Math.nextUp(1.0));
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> learningRate * FastMath.pow(factor, step / every);
  }
}
