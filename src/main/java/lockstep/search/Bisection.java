package lockstep.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Search.LargestStable;
import lockstep.sweep.TrialRecord;

/**
 * The search for the largest stable value of one configuration and repeat: first the lower end,
 * then the upper one, then always the decimal in the middle between the largest value that is known
 * to be stable and the smallest above it that is not, until these are neighbours.
 *
 * <p>What is found is a place where stability ends. Where it ends at several places, because higher
 * values can be stable again, which of them is found depends on the ends.
 */
final class Bisection {
  private final LargestStable search;
  private final int number;
  private final List<Ended> ended = new ArrayList<>();
  private Optional<Ended> stable = Optional.empty();
  private Optional<Ended> unstable = Optional.empty();
  private boolean failed;

  /**
   * Begins a search.
   *
   * @param search what is searched for
   * @param number which configuration and repeat
   */
  Bisection(LargestStable search, int number) {
    this.search = search;
    this.number = number;
  }

  /** The trial to run next; empty if the search is over. */
  Optional<Attempt> next() {
    if (ended.isEmpty()) {
      return Optional.of(attempt(search.grid().index(search.low())));
    }
    if (failed || stable.isEmpty()) {
      return Optional.empty();
    }
    if (unstable.isEmpty()) {
      return ended.size() == 1
          ? Optional.of(attempt(search.grid().index(search.high())))
          : Optional.empty();
    }
    long low = search.grid().index(stable.get().attempt().value());
    long high = search.grid().index(unstable.get().attempt().value());
    return high - low == 1 ? Optional.empty() : Optional.of(attempt(low + (high - low) / 2));
  }

  private Attempt attempt(long index) {
    return new Attempt(number, ended.size() + 1, search.grid().at(index));
  }

  /**
   * Takes note of how a trial ended.
   *
   * @param attempt what {@link #next} gave
   * @param record what came out of it
   */
  void tell(Attempt attempt, TrialRecord record) {
    Ended one = Ended.of(attempt, record);
    ended.add(one);
    failed |= record.ending().failed();
    if (one.stable()) {
      stable = Optional.of(one);
    } else if (one.unstable()) {
      unstable = Optional.of(one);
    }
  }

  /** All trials so far, in their order. */
  Finding finding() {
    return new Finding(number, ended, stable, unstable);
  }
}
