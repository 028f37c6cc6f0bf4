package lockstep.network;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The combinations that a test goes through: all of them, but for {@code
 * -Dlockstep.combinations=17}, every seventeenth. Where a program is changed in thousands of small
 * ways, each change does not need thousands of answers.
 */
final class Combinations {
  private static final int EVERY = Integer.getInteger("lockstep.combinations", 1);

  private Combinations() {}

  /** Those of a list that are asked for, in its order. */
  static <T> Stream<T> of(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get);
  }
}
