package lockstep.search;

import java.util.List;
import java.util.Optional;

/**
 * What the search of one configuration and repeat has found.
 *
 * @param search which, as a trial of the experiment, from 0
 * @param ended its trials, in their order; at least one
 * @param stable the trial with the largest value that did not diverge; empty if even the lowest did
 * @param diverged the trial with the smallest value above that did; empty if not even the highest
 */
public record Finding(
    int search, List<Ended> ended, Optional<Ended> stable, Optional<Ended> diverged) {
  /** Copies the list. */
  public Finding {
    ended = List.copyOf(ended);
  }

  /** What came of a search. */
  public enum Kind {
    /** Neighbouring values were found, of which only the higher diverged. */
    BRACKETED,
    /** Training diverged even at the lowest value. */
    ALWAYS_DIVERGED,
    /** Training did not diverge even at the highest value. */
    NEVER_DIVERGED,
    /** A trial could not be done. */
    FAILED
  }

  /** What came of it. */
  public Kind kind() {
    if (ended.stream().anyMatch(one -> one.ending().failed())) {
      return Kind.FAILED;
    }
    if (stable.isEmpty()) {
      return Kind.ALWAYS_DIVERGED;
    }
    return diverged.isEmpty() ? Kind.NEVER_DIVERGED : Kind.BRACKETED;
  }
}
