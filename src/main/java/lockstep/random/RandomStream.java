package lockstep.random;

import lockstep.decimal.ShortestDecimal;

/**
 * One stream of pseudo-random numbers, as a named library draws them.
 *
 * <p>A stream is mutable state that one run owns: every call moves it on, and the same calls in the
 * same order on a stream with the same seed give the same bits on every machine.
 */
public interface RandomStream {

  /** The next uniform number in [0, 1). */
  double uniform();

  /**
   * The next uniform number in [low, high): {@code low + (high - low) · uniform()}.
   *
   * @param low the lower bound, included
   * @param high the upper bound, excluded
   */
  default double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** The next draw from the standard normal distribution. */
  double normal();

  /**
   * The next draw from the normal distribution: {@code mean + deviation · normal()}.
   *
   * @param mean the mean
   * @param deviation the standard deviation, at least 0
   * @throws IllegalArgumentException if the deviation is out of range
   */
  default double normal(double mean, double deviation) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException(
          "deviation " + ShortestDecimal.format(deviation) + " is not at least 0");
    }
    return mean + deviation * normal();
  }

  /**
   * The next integer in [low, high).
   *
   * @param low the lower bound, included
   * @param high the upper bound, excluded
   * @throws IllegalArgumentException if the range is empty
   */
  int integer(int low, int high);

  /**
   * Shuffles the values in place.
   *
   * @param values what to reorder; modified
   */
  void shuffle(int[] values);

  /**
   * A random order of 0, 1, ..., count - 1, which are shuffled.
   *
   * @param count how many numbers, at least 0
   * @throws IllegalArgumentException if the count is negative
   */
  default int[] permutation(int count) {
    int[] order = Draws.ascending(count);
    shuffle(order);
    return order;
  }

  /**
   * Draws {@code size} different numbers from 0, 1, ..., count - 1, without replacement.
   *
   * @param count how many numbers there are to choose from
   * @param size how many to draw, from 0 to {@code count}
   * @throws IllegalArgumentException if {@code size} is negative or above {@code count}
   */
  int[] choice(int count, int size);

  /**
   * Throws away the next uniform draws, as a script does that used them for something else.
   *
   * @param draws how many calls of {@link #uniform()} to make, at least 0
   */
  default void skip(long draws) {
    for (long draw = 0; draw < draws; draw++) {
      uniform();
    }
  }
}
