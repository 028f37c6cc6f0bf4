package lockstep.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.decimal.ShortestDecimal;

/**
 * What ends a run before its last epoch.
 *
 * @param stopOn which signs of divergence end the run; the others are only recorded
 * @param explosionFactor a loss above this multiple of the initial loss has exploded; above 1
 * @param tolerance when training counts as converged
 * @param early ends a run that becomes no better; empty for no such test
 * @param target a value that is to be reached; empty for none
 * @param seconds how long a run may take, above 0: it ends with the epoch in which they are over,
 *     which is not the same one every time; empty for no limit
 */
public record Stopping(
    List<StopCondition> stopOn,
    double explosionFactor,
    Tolerance tolerance,
    Optional<EarlyStopping> early,
    Optional<Target> target,
    OptionalDouble seconds) {
  /** What ends a run where nothing is said; a rebound alone is only recorded. */
  public static final List<StopCondition> DEFAULT_STOP_ON =
      List.of(StopCondition.NON_FINITE, StopCondition.EXPLODED);

  /** The default multiple of the initial loss above which a run has exploded. */
  public static final double DEFAULT_EXPLOSION_FACTOR = 1000;

  /** What holds where nothing is said. */
  public static final Stopping DEFAULT =
      new Stopping(DEFAULT_STOP_ON, DEFAULT_EXPLOSION_FACTOR, Tolerance.NONE);

  /** Checks the ranges and copies the list. */
  public Stopping {
    stopOn = List.copyOf(stopOn);
    if (!(explosionFactor > 1)) {
      throw new IllegalArgumentException("factor " + ShortestDecimal.format(explosionFactor));
    }
    if (seconds.isPresent() && !(seconds.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "seconds " + ShortestDecimal.format(seconds.getAsDouble()));
    }
  }

  /** Signs of divergence and a tolerance, and nothing else. */
  public Stopping(List<StopCondition> stopOn, double explosionFactor, Tolerance tolerance) {
    this(
        stopOn,
        explosionFactor,
        tolerance,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  /** The usual ends, but only these signs of divergence. */
  public static Stopping on(StopCondition... conditions) {
    return new Stopping(List.of(conditions), DEFAULT_EXPLOSION_FACTOR, Tolerance.NONE);
  }

  /** Whether a run ends at the same epoch every time: unless its time is limited. */
  public boolean isReproducible() {
    return seconds.isEmpty();
  }

  /** The same with another tolerance. */
  public Stopping with(Tolerance other) {
    return new Stopping(stopOn, explosionFactor, other, early, target, seconds);
  }

  /** The same with early stopping. */
  public Stopping with(EarlyStopping other) {
    return new Stopping(stopOn, explosionFactor, tolerance, Optional.of(other), target, seconds);
  }

  /** The same with a target. */
  public Stopping with(Target other) {
    return new Stopping(stopOn, explosionFactor, tolerance, early, Optional.of(other), seconds);
  }

  /** The same with a limit on the time. */
  public Stopping within(double limit) {
    return new Stopping(
        stopOn, explosionFactor, tolerance, early, target, OptionalDouble.of(limit));
  }
}
