package lockstep.training.schedule;

/**
 * Half waves of a cosine, each of which begins at ρ again: in a wave of T steps that began s steps
 * ago, lowest + (ρ - lowest) · (1 + cos(π · s / T)) / 2. As {@code CosineAnnealingWarmRestarts}.
 *
 * <p>Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR
 * 2017, arXiv:1608.03983, equation 5.
 *
 * @param first how many steps the first wave has, at least 1
 * @param growth how many times as many each wave has as the one before, at least 1
 * @param lowest the rate that each wave goes down to, at least 0
 */
public record CosineRestarts(long first, int growth, double lowest) implements Schedule {
  /** Waves are of the same length where nothing is said. */
  public static final int DEFAULT_GROWTH = 1;

  /** The lowest rate where none is given. */
  public static final double DEFAULT_LOWEST = 0;

  /** Checks the ranges. */
  public CosineRestarts {
    Schedule.check("first", first, 1, Double.POSITIVE_INFINITY);
    Schedule.check("growth", growth, 1, Double.POSITIVE_INFINITY);
    Schedule.check("lowest rate", lowest, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> rate(learningRate, step);
  }

  private double rate(double learningRate, long step) {
    if (growth == 1) {
      return Cosine.between(learningRate, lowest, (step % first) / (double) first);
    }
    long since = step;
    long length = first;
    while (since >= length) {
      since -= length;
      length *= growth;
    }
    return Cosine.between(learningRate, lowest, since / (double) length);
  }
}
