package lockstep.training;

import java.util.OptionalDouble;

/**
 * When the time of a run is over. It is the one thing in a training that is not the same every
 * time, and only looked at where a limit is stated.
 */
final class Deadline {
  private static final double NANOSECONDS = 1e9;

  private final OptionalDouble seconds;
  private final long start;

  private Deadline(OptionalDouble seconds, long start) {
    this.seconds = seconds;
    this.start = start;
  }

  /** A deadline so many seconds from now; or none. */
  static Deadline in(OptionalDouble seconds) {
    return new Deadline(seconds, seconds.isPresent() ? System.nanoTime() : 0);
  }

  /** Whether it is over. */
  boolean isOver() {
    return seconds.isPresent() && System.nanoTime() - start > seconds.getAsDouble() * NANOSECONDS;
  }
}
