package lockstep.training;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * When the time of a run is over. It is the one thing in a training that is not the same every
 * time, and only looked at where a limit is stated. A clock that goes back makes it later, never a
 * run that fails.
 */
final class Deadline {
  private static final double NANOSECONDS = 1e9;

  private final OptionalDouble seconds;
  private final LongSupplier nanoseconds;
  private final long start;

  private Deadline(OptionalDouble seconds, LongSupplier nanoseconds) {
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
    this.start = seconds.isPresent() ? nanoseconds.getAsLong() : 0;
  }

  /** A deadline so many seconds from now; or none. */
  static Deadline in(OptionalDouble seconds) {
    return in(seconds, System::nanoTime);
  }

  /** The same by another clock, whose differences count. */
  static Deadline in(OptionalDouble seconds, LongSupplier nanoseconds) {
    return new Deadline(seconds, nanoseconds);
  }

  /** Whether it is over. */
  boolean isOver() {
    return seconds.isPresent()
        && nanoseconds.getAsLong() - start > seconds.getAsDouble() * NANOSECONDS;
  }
}
