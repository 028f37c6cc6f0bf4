package lockstep.compare;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the learning curves of two trials part.
 *
 * @param first the one configuration
 * @param second the other
 * @param column the column of the history
 * @param repeat which repeat of both, from 1
 * @param sameSeeds whether these two trials have the same seeds
 * @param parted the first epoch at which the numbers differ in any bit; empty if none does
 * @param end the last epoch that both have recorded
 */
public record Parting(
    Candidate first,
    Candidate second,
    String column,
    int repeat,
    boolean sameSeeds,
    Optional<Epoch> parted,
    Epoch end) {

  /**
   * An epoch that both have recorded.
   *
   * @param epoch which
   * @param first the number of the first
   * @param second the number of the second
   */
  public record Epoch(int epoch, double first, double second) {
    /** Whether the numbers differ in any bit. */
    boolean differs() {
      return Double.doubleToLongBits(first) != Double.doubleToLongBits(second);
    }
  }

  /** Goes along two curves; empty if they have no epoch in common. */
  static Optional<Parting> of(Pairing pairing, String column, Histories histories) {
    Pairing.Repeat pair = pairing.repeats().get(0);
    SortedMap<Integer, Double> first = histories.curve(pairing.first(), pair.first(), column);
    SortedMap<Integer, Double> second = histories.curve(pairing.second(), pair.second(), column);
    SortedSet<Integer> common = new TreeSet<>(first.keySet());
    common.retainAll(second.keySet());
    if (common.isEmpty()) {
      return Optional.empty();
    }
    Optional<Epoch> parted =
        common.stream()
            .map(epoch -> new Epoch(epoch, first.get(epoch), second.get(epoch)))
            .filter(Epoch::differs)
            .findFirst();
    Epoch end = new Epoch(common.last(), first.get(common.last()), second.get(common.last()));
    int repeat = pair.first().repeat();
    boolean same = pair.first().sameSeeds(pair.second());
    return Optional.of(
        new Parting(pairing.first(), pairing.second(), column, repeat, same, parted, end));
  }
}
