package lockstep.training.schedule;

/**
 * A rate that falls with the time: ρ / (1 + decay · t).
 *
 * <p>With a constant decay its sum diverges while the sum of its squares does not, as Robbins and
 * Monro ask for in "A stochastic approximation method", Annals of Mathematical Statistics 22, 1951.
 *
 * @param decay how fast, above 0
 */
public record InverseTime(double decay) implements Schedule {
  /** Checks the range. */
  public InverseTime {
    Schedule.check("decay", decay, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> learningRate / (1 + decay * step);
  }
}
