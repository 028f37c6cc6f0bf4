package lockstep.training.schedule;

/**
 * A triangle again and again: from ρ up to the highest rate in a straight line, and down again. As
 * {@code CyclicLR} in its mode {@code triangular}.
 *
 * <p>Source: Smith, "Cyclical learning rates for training neural networks", WACV 2017,
 * arXiv:1506.01186.
 *
 * @param highest the highest rate, above 0; at least ρ
 * @param up in how many steps it goes up, at least 1
 * @param down in how many it goes down, at least 1
 */
public record Cyclic(double highest, long up, long down) implements Schedule {
  /** In how many steps it goes up where nothing is said. */
  public static final int DEFAULT_UP = 2000;

  /** Checks the ranges. */
  public Cyclic {
    Schedule.check("highest rate", highest, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    Schedule.check("up", up, 1, Double.POSITIVE_INFINITY);
    Schedule.check("down", down, 1, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> learningRate + (highest - learningRate) * height(step % (up + down));
  }

  /** Where it is in the triangle, from 0 to 1. */
  private double height(long step) {
    return step <= up ? (double) step / up : (up + down - step) / (double) down;
  }
}
