package lockstep.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers for pairs of numbers: from 1 on, in the order in which the pairs are first seen. */
final class PairNumbers {
  private final Map<Long, Integer> numbers = new LinkedHashMap<>();

  /** The number of a pair, the same every time. */
  int of(int first, int second) {
    long pair = ((long) first << Integer.SIZE) | Integer.toUnsignedLong(second);
    return numbers.computeIfAbsent(pair, any -> numbers.size() + 1);
  }
}
