package lockstep.matrix;

import java.util.concurrent.atomic.DoubleAdder;

/**
 * The multiplications that a process has been asked for so far. Compiled code serves all tasks that
 * come after, so many short ones count as one long one.
 */
final class Workload {
  /** All work of this process, by any thread. */
  static final Workload OF_PROCESS = new Workload();

  private final DoubleAdder multiplications = new DoubleAdder();

  /**
   * Adds a task.
   *
   * @param more about how many multiplications it takes, at least 0
   * @return how many there are now, with those of the tasks before
   */
  double add(double more) {
    multiplications.add(more);
    return multiplications.sum();
  }
}
