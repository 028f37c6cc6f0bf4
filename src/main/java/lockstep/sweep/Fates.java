package lockstep.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** At which rung each trial of a sweep ended, if not at its own end. */
final class Fates {
  private static final int OWN_END = -1;

  private final List<Integer> rungs;
  private final int[] rungOf;

  /**
   * All trials go to their ends.
   *
   * @param trials how many there are
   * @param rungs after how many epochs configurations are ranked; may be empty
   */
  Fates(int trials, List<Integer> rungs) {
    this.rungs = List.copyOf(rungs);
    this.rungOf = new int[trials];
    Arrays.fill(rungOf, OWN_END);
  }

  /** Notes that a trial has ended at a rung, counted from 0. */
  void ends(int trial, int rung) {
    rungOf[trial] = rung;
  }

  /** Whether a trial has ended at a rung. */
  boolean ended(int trial) {
    return rungOf[trial] != OWN_END;
  }

  /** After how many epochs a trial was made to end; empty if it went to its own end. */
  OptionalInt until(int trial) {
    return ended(trial) ? OptionalInt.of(rungs.get(rungOf[trial])) : OptionalInt.empty();
  }
}
