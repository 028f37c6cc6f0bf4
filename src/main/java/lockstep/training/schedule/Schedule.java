package lockstep.training.schedule;

import java.util.Optional;
import java.util.OptionalLong;
import lockstep.decimal.ShortestDecimal;

/**
 * How the learning rate changes over the steps t = 0, 1, 2, ... of a run, which are its epochs or
 * its updates: an immutable choice, which starts the state of a run. ρ is the stated learning rate,
 * T the number of steps that a schedule is spread over.
 *
 * <p>The formulas and defaults are those of PyTorch's {@code torch.optim.lr_scheduler} where it has
 * the schedule; each is computed directly from t and not from the rate before.
 */
public sealed interface Schedule
    permits Constant,
        Cosine,
        CosineRestarts,
        Cyclic,
        Exponential,
        InverseTime,
        LinearWarmup,
        MultiStep,
        OneCycle,
        Plateau,
        Polynomial,
        StepDecay {

  /**
   * Starts a run.
   *
   * @param learningRate ρ, above 0
   * @param steps how many steps the run has; T where none is stated
   */
  ScheduleState start(double learningRate, long steps);

  /** The column of the history that it looks at after every epoch; empty for most. */
  default Optional<String> watched() {
    return Optional.empty();
  }

  /** The rates between which and ρ it moves, so that ρ must not be below; 0 for most. */
  default double lowest() {
    return 0;
  }

  /** The rate that ρ must not be above; infinite for most. */
  default double highest() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Refuses a parameter that is not in [least, limit).
   *
   * @param name what it is
   * @param value its value
   * @param least the smallest value
   * @param limit what it must be below
   */
  static void check(String name, double value, double least, double limit) {
    if (!(value >= least && value < limit)) {
      throw new IllegalArgumentException(name + " " + ShortestDecimal.format(value));
    }
  }

  /**
   * Refuses a stated T below a least one.
   *
   * @param over T; empty for the whole run
   * @param least the smallest T
   */
  static void checkOver(OptionalLong over, long least) {
    if (over.isPresent() && over.getAsLong() < least) {
      throw new IllegalArgumentException("spread over " + over.getAsLong() + " steps");
    }
  }
}
