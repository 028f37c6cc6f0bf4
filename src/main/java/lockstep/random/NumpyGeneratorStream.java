package lockstep.random;

import java.util.Arrays;
import java.util.BitSet;

/**
 * NumPy's {@code default_rng}, bit for bit: {@code random}, {@code uniform}, {@code normal}, {@code
 * integers} of the default type, {@code shuffle}, {@code permutation} and {@code choice} without
 * replacement.
 *
 * <p>Of a thousand normal draws about seven compare with an exponential and one in four thousand
 * takes a logarithm; NumPy's own depend on its C library, so that a draw from the tail may differ
 * from NumPy's in the last bit.
 *
 * <p>Source: NumPy 1.24, {@code _generator.pyx}, {@code distributions.c}.
 */
final class NumpyGeneratorStream implements RandomStream {
  /** Up to so many numbers are chosen by Floyd's algorithm, whatever the share. */
  private static final int FEW = 10000;

  /** Of more than that, larger shares than one in so many are chosen by a shuffle. */
  private static final int FLOYD_SHARE = 50;

  private final Pcg64 bits;

  /**
   * Starts at the beginning of the stream.
   *
   * @param seed at least 0
   */
  NumpyGeneratorStream(long seed) {
    bits = new Pcg64(seed);
  }

  @Override
  public double uniform() {
    return bits.nextDouble();
  }

  @Override
  public double normal() {
    return Ziggurat.normal(bits);
  }

  @Override
  public int integer(int low, int high) {
    Draws.checkRange(low, high);
    return low + upTo(high - 1 - low);
  }

  /**
   * Swaps each value, from the last to the second, with itself or one before it; its place is found
   * as by the legacy streams, not as that of a {@link #choice}.
   */
  @Override
  public void shuffle(int[] values) {
    for (int last = values.length - 1; last > 0; last--) {
      Draws.swap(values, last, Draws.masked(last, bits::nextInt));
    }
  }

  /** Swaps each value, from the last to the given place, with itself or one before it. */
  private void shuffleFrom(int first, int[] values) {
    for (int last = values.length - 1; last >= first; last--) {
      Draws.swap(values, last, upTo(last));
    }
  }

  /** By Floyd's algorithm and a shuffle; a large share of many by shuffling the end of all. */
  @Override
  public int[] choice(int count, int size) {
    Draws.checkChoice(count, size);
    return count > FEW && size > count / FLOYD_SHARE
        ? shuffledEnd(count, size)
        : floyd(count, size);
  }

  private int[] shuffledEnd(int count, int size) {
    int[] all = Draws.ascending(count);
    shuffleFrom(Math.max(count - size, 1), all);
    return Arrays.copyOfRange(all, count - size, count);
  }

  /**
   * For each of the last numbers j: any number up to j, or j itself if that one is chosen already.
   */
  private int[] floyd(int count, int size) {
    BitSet chosen = new BitSet();
    int[] values = new int[size];
    for (int place = 0; place < size; place++) {
      int largest = count - size + place;
      int drawn = upTo(largest);
      values[place] = chosen.get(drawn) ? largest : drawn;
      chosen.set(values[place]);
    }
    shuffleFrom(1, values);
    return values;
  }

  /**
   * The next integer in [0, largest], both read as unsigned, by Lemire's method: the upper half of
   * the product of 32 new bits with n = largest + 1, unless the lower half is below 2³² mod n,
   * which some results would get too often. Nothing is drawn where 0 is the only choice.
   *
   * <p>Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM Transactions on
   * Modeling and Computer Simulation 29 (1), 2019.
   */
  private int upTo(int largest) {
    if (largest == 0) {
      return 0;
    }
    long choices = Integer.toUnsignedLong(largest) + 1;
    long threshold = (1L << 32) % choices;
    long product;
    do {
      product = Integer.toUnsignedLong(bits.nextInt()) * choices;
    } while ((product & 0xffffffffL) < threshold);
    return (int) (product >>> 32);
  }
}
