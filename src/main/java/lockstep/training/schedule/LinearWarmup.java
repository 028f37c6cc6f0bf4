package lockstep.training.schedule;

import java.util.Optional;

/**
 * A rate that grows to ρ in a straight line, and another schedule after that: ρ · (start + (1 -
 * start) · t / over) in the first steps; from then on the other schedule, whose steps are counted
 * from there, or ρ. A quantity that the other schedule watches counts from its own first step on.
 * As {@code LinearLR} with {@code SequentialLR}.
 *
 * @param over how many steps it takes to reach ρ, at least 1
 * @param start the share of ρ that it begins with, in (0, 1]
 * @param then what follows; {@link Constant} for ρ; not another warm-up
 */
public record LinearWarmup(long over, double start, Schedule then) implements Schedule {
  /** The share of the rate that a warm-up begins with where nothing is said: a third. */
  public static final double DEFAULT_START = 1.0 / 3;

  /** The rate is kept after a warm-up where nothing is said. */
  public static final Schedule DEFAULT_THEN = new Constant();

  /** Checks the ranges. */
  public LinearWarmup {
    Schedule.check("over", over, 1, Double.POSITIVE_INFINITY);
    Schedule.check("start", start, Double.MIN_VALUE, Math.nextUp(1.0));
    if (then instanceof LinearWarmup) {
      throw new IllegalArgumentException("a warm-up after a warm-up");
    }
  }

  @Override
  public Optional<String> watched() {
    return then.watched();
  }

  @Override
  public double lowest() {
    return then.lowest();
  }

  @Override
  public double highest() {
    return then.highest();
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return new State(this, learningRate, then.start(learningRate, Math.max(1, steps - over)));
  }

  private static final class State implements ScheduleState {
    private final LinearWarmup warmup;
    private final double learningRate;
    private final ScheduleState after;
    private long now;

    State(LinearWarmup warmup, double learningRate, ScheduleState after) {
      this.warmup = warmup;
      this.learningRate = learningRate;
      this.after = after;
    }

    @Override
    public double rate(long step) {
      now = step;
      double start = warmup.start;
      return step < warmup.over
          ? learningRate * (start + (1 - start) * step / warmup.over)
          : after.rate(step - warmup.over);
    }

    /** What the warm-up itself has reached is where the other schedule starts. */
    @Override
    public void observe(double value) {
      if (now > warmup.over) {
        after.observe(value);
      }
    }
  }
}
