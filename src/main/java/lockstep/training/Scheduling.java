package lockstep.training;

import lockstep.training.schedule.Schedule;

/**
 * How the learning rate changes, and when.
 *
 * @param schedule the learning rate of each step
 * @param step what a step is
 */
public record Scheduling(Schedule schedule, Step step) {

  /** What the steps of a schedule are. */
  public enum Step {
    /** An epoch: all of its updates have the same learning rate. */
    EPOCH,
    /** An update: with batches the learning rate changes within an epoch. */
    UPDATE
  }

  /** A step is an epoch where nothing is said. */
  public static final Step DEFAULT_STEP = Step.EPOCH;

  /** A schedule whose steps are epochs. */
  public static Scheduling of(Schedule schedule) {
    return new Scheduling(schedule, DEFAULT_STEP);
  }
}
