package lockstep.random;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * Seeds a Mersenne Twister as NumPy's {@code RandomState(seed)} does: with {@code init_genrand} of
 * the reference implementation, for all 32 bits of the seed.
 *
 * <p>Commons Math's {@link MersenneTwister#setSeed(int)} is that function for seeds below 2³¹. From
 * there on it extends the sign of its argument, which changes every word but the first. Its {@link
 * MersenneTwister#setSeed(int[])}, the reference's {@code init_by_array}, is a chain of invertible
 * steps, so that there is a key of 624 words that leads to any wanted state whose first word is
 * 2³¹. Of the first word the generator only uses the top bit, and that is 1 for just the seeds that
 * need this way. {@link #keyFor} runs the chain backwards to find the key.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister with improved initialization" ({@code
 * mt19937ar.c}), 2002, functions {@code init_genrand} and {@code init_by_array}.
 */
final class NumpySeeding {
  private static final int WORDS = 624;
  private static final int LAST = WORDS - 1;

  /** The seed of the state that {@code init_by_array} begins with. */
  private static final int ARRAY_SEED = 19650218;

  private static final int SEED_MULTIPLIER = 1812433253;
  private static final int FIRST_PASS_MULTIPLIER = 1664525;
  private static final int SECOND_PASS_MULTIPLIER = 1566083941;

  private NumpySeeding() {}

  /**
   * A generator in the state of {@code numpy.random.RandomState(seed)}.
   *
   * @param seed from 0 to 4294967295
   */
  static MersenneTwister start(long seed) {
    int word = (int) seed;
    return word >= 0 ? new MersenneTwister(word) : new MersenneTwister(keyFor(stateOf(word)));
  }

  /** The 624 words that {@code init_genrand} makes of a seed, all 32 bits of which count. */
  static int[] stateOf(int seed) {
    int[] state = new int[WORDS];
    state[0] = seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = SEED_MULTIPLIER * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    return state;
  }

  /**
   * The key with which {@code init_by_array} ends in the given state.
   *
   * @param state 624 words; the first one is not looked at, for it always ends as 2³¹
   * @return 624 words
   */
  static int[] keyFor(int[] state) {
    return undoFirstPass(undoSecondPass(state));
  }

  /**
   * The state before the second pass, {@code s[i] = (s[i] ^ mixed(s[i - 1])) - i} for i = 2, ...,
   * 623 and then, with s[0] = s[623], for i = 1.
   */
  private static int[] undoSecondPass(int[] state) {
    int[] before = state.clone();
    before[1] = (state[1] + 1) ^ mixed(state[LAST], SECOND_PASS_MULTIPLIER);
    for (int i = LAST; i > 2; i--) {
      before[i] = (state[i] + i) ^ mixed(state[i - 1], SECOND_PASS_MULTIPLIER);
    }
    before[2] = (state[2] + 2) ^ mixed(before[1], SECOND_PASS_MULTIPLIER);
    return before;
  }

  /**
   * The key of the first pass, {@code s[i] = (s[i] ^ mixed(s[i - 1])) + key[i - 1] + i - 1} for i =
   * 1, ..., 623 and then, with s[0] = s[623], {@code s[1] = (s[1] ^ mixed(s[0])) + key[623] + 623}.
   * As s[1] is set twice, one word of the key is free: key[0] = 0.
   *
   * @param after the state at the end of the pass
   */
  private static int[] undoFirstPass(int[] after) {
    int[] start = stateOf(ARRAY_SEED);
    int[] key = new int[WORDS];
    int first = start[1] ^ mixed(start[0], FIRST_PASS_MULTIPLIER);
    int previous = first;
    for (int i = 2; i < WORDS; i++) {
      key[i - 1] = after[i] - (i - 1) - (start[i] ^ mixed(previous, FIRST_PASS_MULTIPLIER));
      previous = after[i];
    }
    key[LAST] = after[1] - LAST - (first ^ mixed(previous, FIRST_PASS_MULTIPLIER));
    return key;
  }

  private static int mixed(int word, int multiplier) {
    return (word ^ (word >>> 30)) * multiplier;
  }
}
