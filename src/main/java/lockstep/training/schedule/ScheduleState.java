package lockstep.training.schedule;

/** The learning rates of one run; mutable where they depend on what the run has reached. */
@FunctionalInterface
public interface ScheduleState {

  /**
   * The learning rate of a step.
   *
   * @param step which one, from 0; the steps of a run are asked for in their order
   * @return at least 0
   */
  double rate(long step);

  /**
   * Takes note of what an epoch has reached.
   *
   * @param value the quantity that the schedule looks at; may be NaN
   */
  default void observe(double value) {}
}
