package lockstep.random;

import java.util.BitSet;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.util.FastMath;

/**
 * Python's module {@code random}, bit for bit: {@code random}, {@code uniform}, {@code gauss},
 * {@code randrange}, {@code shuffle} and {@code sample}.
 *
 * <p>Only {@link #normal()} takes a logarithm, a sine and a cosine. Python's own depend on its C
 * library, so that a normal draw may differ from Python's in the last bits.
 *
 * <p>Source: CPython 3.11, {@code Lib/random.py}, {@code Modules/_randommodule.c}.
 */
final class PythonStream implements RandomStream {
  /** Python chooses fewer than so many numbers from a list, whatever their share. */
  private static final int SMALL_LIST = 21;

  private static final int SMALL_CHOICE = 5;

  private final MersenneTwister words;
  private boolean hasNextNormal;
  private double nextNormal;

  /**
   * Starts at the beginning of the stream, as {@code random.seed(seed)} does: the seed's 32-bit
   * words, the lowest first and without zeros at the end, are the key of the Mersenne Twister's
   * {@code init_by_array}.
   *
   * @param seed at least 0
   */
  PythonStream(long seed) {
    int high = (int) (seed >>> 32);
    words = new MersenneTwister(high == 0 ? new int[] {(int) seed} : new int[] {(int) seed, high});
  }

  /** As NumPy's: the upper 27 and 26 bits of two words. */
  @Override
  public double uniform() {
    return Draws.uniform(words);
  }

  /**
   * {@code gauss(0, 1)}, Box and Muller's method: with u₁ and u₂ uniform, a = 2πu₁ and g = √(-2
   * ln(1 - u₂)), the draw is g cos a, and g sin a is kept for the next call.
   */
  @Override
  public double normal() {
    if (hasNextNormal) {
      hasNextNormal = false;
      return nextNormal;
    }
    double angle = uniform() * (2 * Math.PI);
    double radius = Math.sqrt(-2 * FastMath.log(1 - uniform()));
    nextNormal = FastMath.sin(angle) * radius;
    hasNextNormal = true;
    return FastMath.cos(angle) * radius;
  }

  @Override
  public int integer(int low, int high) {
    Draws.checkRange(low, high);
    return low + below(Integer.toUnsignedLong(high - low));
  }

  /** Swaps each value, from the last to the second, with itself or one before it. */
  @Override
  public void shuffle(int[] values) {
    for (int last = values.length - 1; last > 0; last--) {
      Draws.swap(values, last, below(last + 1L));
    }
  }

  /** {@code sample(range(count), size)}. */
  @Override
  public int[] choice(int count, int size) {
    Draws.checkChoice(count, size);
    return count <= longestList(size) ? fromList(count, size) : fromSet(count, size);
  }

  /** 21, and from a choice of 6 on 4 to the power of ⌈log₄ 3 size⌉ more. */
  private static long longestList(int size) {
    long longest = 1;
    while (longest < 3L * size) {
      longest *= 4;
    }
    return size > SMALL_CHOICE ? SMALL_LIST + longest : SMALL_LIST;
  }

  /** Each number that is chosen gives its place to the last one that is left. */
  private int[] fromList(int count, int size) {
    int[] left = Draws.ascending(count);
    int[] chosen = new int[size];
    for (int place = 0; place < size; place++) {
      int drawn = below(count - place);
      chosen[place] = left[drawn];
      left[drawn] = left[count - place - 1];
    }
    return chosen;
  }

  /** Numbers that are chosen already are drawn again. */
  private int[] fromSet(int count, int size) {
    BitSet known = new BitSet();
    int[] chosen = new int[size];
    for (int place = 0; place < size; place++) {
      do {
        chosen[place] = below(count);
      } while (known.get(chosen[place]));
      known.set(chosen[place]);
    }
    return chosen;
  }

  /**
   * The next integer in [0, bound): as many upper bits of a word as the bound has are drawn until
   * they are below it. Bits are drawn for a bound of 1, too.
   *
   * @param bound from 1 to 2³² - 1
   */
  private int below(long bound) {
    int unused = Long.numberOfLeadingZeros(bound) - 32;
    long value;
    do {
      value = Integer.toUnsignedLong(words.nextInt()) >>> unused;
    } while (value >= bound);
    return (int) value;
  }
}
