package lockstep.search;

import lockstep.sweep.Ending;
import lockstep.sweep.TrialRecord;

/**
 * A trial of a search that has ended.
 *
 * @param attempt which
 * @param ending how
 * @param initialLoss the untrained network's loss; NaN if the trial could not be done
 * @param lastLoss the loss at the end; NaN if it is none, or the trial could not be done
 */
public record Ended(Attempt attempt, Ending ending, double initialLoss, double lastLoss) {
  private static final String LOSS = "loss";

  /** What became of a trial. */
  static Ended of(Attempt attempt, TrialRecord record) {
    double initial =
        record.measures().stream()
            .filter(measure -> measure.column().equals(LOSS))
            .mapToDouble(TrialRecord.Measure::initial)
            .findFirst()
            .orElse(Double.NaN);
    return new Ended(attempt, record.ending(), initial, record.last(LOSS));
  }

  /**
   * Whether training was stable: it did not diverge, and did not end with a higher loss than it
   * began with. A loss that is bounded, as binary cross-entropy with its clip is, cannot explode.
   */
  public boolean stable() {
    return !ending.failed() && !ending.diverged() && lastLoss <= initialLoss;
  }

  /** Whether it was done and was not stable. */
  public boolean unstable() {
    return !ending.failed() && !stable();
  }
}
