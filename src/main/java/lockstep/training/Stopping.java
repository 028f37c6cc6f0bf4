package lockstep.training;

import java.util.List;
import lockstep.decimal.ShortestDecimal;

/**
 * What ends a run before its last epoch.
 *
 * @param stopOn which signs of divergence end the run; the others are only recorded
 * @param explosionFactor a loss above this multiple of the initial loss has exploded; above 1
 * @param tolerance when training counts as converged
 */
public record Stopping(List<StopCondition> stopOn, double explosionFactor, Tolerance tolerance) {
  /** What ends a run where nothing is said; a rebound alone is only recorded. */
  public static final List<StopCondition> DEFAULT_STOP_ON =
      List.of(StopCondition.NON_FINITE, StopCondition.EXPLODED);

  /** The default multiple of the initial loss above which a run has exploded. */
  public static final double DEFAULT_EXPLOSION_FACTOR = 1000;

  /** What holds where nothing is said. */
  public static final Stopping DEFAULT =
      new Stopping(DEFAULT_STOP_ON, DEFAULT_EXPLOSION_FACTOR, Tolerance.NONE);

  /** Checks the range and copies the list. */
  public Stopping {
    stopOn = List.copyOf(stopOn);
    if (!(explosionFactor > 1)) {
      throw new IllegalArgumentException("factor " + ShortestDecimal.format(explosionFactor));
    }
  }

  /** The usual ends, but only these signs of divergence. */
  public static Stopping on(StopCondition... conditions) {
    return new Stopping(List.of(conditions), DEFAULT_EXPLOSION_FACTOR, Tolerance.NONE);
  }

  /** The same with another tolerance. */
  public Stopping with(Tolerance other) {
    return new Stopping(stopOn, explosionFactor, other);
  }
}
