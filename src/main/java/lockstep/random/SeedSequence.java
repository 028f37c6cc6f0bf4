package lockstep.random;

/**
 * NumPy's {@code SeedSequence}: spreads a seed over a pool of four 32-bit words, from which any
 * number of words for a generator's state can be drawn.
 *
 * <p>With ⊕ the exclusive or, ≫ a shift that draws in zeros, and all products and differences
 * modulo 2³²: {@code hash(x)} is y ⊕ (y ≫ 16) with y = (x ⊕ h) · h', where h runs through a
 * sequence of odd constants and h' follows h; {@code mix(x, y)} is z ⊕ (z ≫ 16) with z = 0xca01f9dd
 * x - 0x4973f715 y. Every word of the pool is a hash of a word of the seed, lowest first, and is
 * then mixed with a hash of every other word of the pool.
 *
 * <p>Source: NumPy 1.24, {@code bit_generator.pyx}, after M. O'Neill, "Developing a seed_seq
 * Alternative", 2015.
 */
final class SeedSequence {
  private static final int POOL = 4;
  private static final int POOL_START = 0x43b0d7e5;
  private static final int POOL_FACTOR = 0x931e8875;
  private static final int OUTPUT_START = 0x8b51f9dd;
  private static final int OUTPUT_FACTOR = 0x58f38ded;
  private static final int MIX_LEFT = 0xca01f9dd;
  private static final int MIX_RIGHT = 0x4973f715;

  private final int[] pool = new int[POOL];

  /**
   * The sequence of a seed.
   *
   * @param seed at least 0; its two halves are the words, the second one only if it is not 0, which
   *     makes no difference as missing words are hashed as 0
   */
  SeedSequence(long seed) {
    Hash hash = new Hash(POOL_START, POOL_FACTOR);
    for (int word = 0; word < POOL; word++) {
      pool[word] = hash.of(word < 2 ? (int) (seed >>> 32 * word) : 0);
    }
    for (int source = 0; source < POOL; source++) {
      for (int target = 0; target < POOL; target++) {
        if (source != target) {
          pool[target] = mix(pool[target], hash.of(pool[source]));
        }
      }
    }
  }

  /**
   * The first 64-bit words for a state, each made of two of 32 bits, the lower half first.
   *
   * @param count how many
   */
  long[] words(int count) {
    Hash hash = new Hash(OUTPUT_START, OUTPUT_FACTOR);
    long[] words = new long[count];
    for (int half = 0; half < 2 * count; half++) {
      long value = Integer.toUnsignedLong(hash.of(pool[half % POOL]));
      words[half / 2] |= value << 32 * (half % 2);
    }
    return words;
  }

  private static int mix(int left, int right) {
    return folded(MIX_LEFT * left - MIX_RIGHT * right);
  }

  private static int folded(int word) {
    return word ^ word >>> 16;
  }

  /** A hash function that is another one with each call. */
  private static final class Hash {
    private final int factor;
    private int constant;

    Hash(int start, int factor) {
      this.constant = start;
      this.factor = factor;
    }

    int of(int word) {
      int whitened = word ^ constant;
      constant *= factor;
      return folded(whitened * constant);
    }
  }
}
