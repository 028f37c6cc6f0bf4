package lockstep.search;

import java.util.List;
import java.util.Optional;

/**
 * What the search of one configuration and repeat has found.
 *
 * @param search which, as a trial of the experiment, from 0
 * @param ended its trials, in their order; at least one
 * @param stable the trial with the largest value that was stable; empty if not even the lowest was
 * @param unstable that with the smallest value above that was not; empty if even the highest was
 */
public record Finding(
    int search, List<Ended> ended, Optional<Ended> stable, Optional<Ended> unstable) {
  /** Copies the list. */
  public Finding {
    ended = List.copyOf(ended);
  }

  /** What came of a search. */
  public enum Kind {
    /** Neighbouring values were found, of which only the lower is stable. */
    BRACKETED,
    /** Training was not stable even at the lowest value. */
    NEVER_STABLE,
    /** Training was stable even at the highest value. */
    ALWAYS_STABLE,
    /** A trial could not be done. */
    FAILED
  }

  /** What came of it. */
  public Kind kind() {
    if (ended.stream().anyMatch(one -> one.ending().failed())) {
      return Kind.FAILED;
    }
    if (stable.isEmpty()) {
      return Kind.NEVER_STABLE;
    }
    return unstable.isEmpty() ? Kind.ALWAYS_STABLE : Kind.BRACKETED;
  }
}
