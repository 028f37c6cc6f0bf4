package lockstep.training.schedule;

import java.util.OptionalLong;

/**
 * One rise and one fall, each half a wave of a cosine: from ρ / start divisor up to ρ, and then
 * down to ρ / (start divisor · end divisor). The top is at step rise · T - 1, the end at step T - 1
 * and after it. As {@code OneCycleLR}, whose highest rate is ρ here.
 *
 * <p>Source: Smith and Topin, "Super-convergence: very fast training of neural networks using large
 * learning rates", arXiv:1708.07120, 2017.
 *
 * @param over T, at least 2; empty for the whole run
 * @param rise the share of T that the rise takes, in (0, 1)
 * @param startDivisor how many times the first rate goes into ρ, at least 1
 * @param endDivisor how many times the last rate goes into the first, at least 1
 */
public record OneCycle(OptionalLong over, double rise, double startDivisor, double endDivisor)
    implements Schedule {
  /** The share of the steps that the rise takes where none is given. */
  public static final double DEFAULT_RISE = 0.3;

  /** How many times the first rate goes into the highest where nothing is said. */
  public static final double DEFAULT_START_DIVISOR = 25;

  /** How many times the last rate goes into the first where nothing is said. */
  public static final double DEFAULT_END_DIVISOR = 1e4;

  /** Checks the ranges. */
  public OneCycle {
    Schedule.checkOver(over, 2);
    Schedule.check("rise", rise, Double.MIN_VALUE, 1);
    Schedule.check("start divisor", startDivisor, 1, Double.POSITIVE_INFINITY);
    Schedule.check("end divisor", endDivisor, 1, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    long length = Math.max(2, over.orElse(steps));
    double top = rise * length - 1;
    double first = learningRate / startDivisor;
    double last = first / endDivisor;
    return step ->
        step < top
            ? Cosine.between(first, learningRate, step / top)
            : Cosine.between(learningRate, last, fallen(step, top, length - 1));
  }

  private static double fallen(long step, double top, long end) {
    return (Math.min(step, end) - top) / (end - top);
  }
}
