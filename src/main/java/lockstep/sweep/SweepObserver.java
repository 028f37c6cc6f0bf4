package lockstep.sweep;

import java.util.OptionalInt;

/** Somebody who watches a sweep, without any influence on it. Called from several threads. */
public interface SweepObserver {
  /** Watches nothing. */
  SweepObserver NONE = new SweepObserver() {};

  /**
   * Some trials are next.
   *
   * @param trials how many
   * @param until after how many epochs they end for now, to be ranked; empty if they run to their
   *     ends
   */
  default void begins(int trials, OptionalInt until) {}

  /**
   * A trial is there from an earlier run, or another one in this sweep is the same.
   *
   * @param trial from 0
   */
  default void known(int trial) {}

  /**
   * A trial begins.
   *
   * @param trial from 0
   */
  default void started(int trial) {}

  /**
   * A trial has ended and is kept. It may have diverged or failed: see its ending.
   *
   * @param trial from 0
   * @param record what is kept
   */
  default void finished(int trial, TrialRecord record) {}
}
