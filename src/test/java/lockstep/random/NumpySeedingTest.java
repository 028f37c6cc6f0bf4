package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpySeedingTest {

  /** The right-hand side is {@code RandomState(seed).get_state()[1]} at 1, 2 and 623. */
  @ParameterizedTest
  @CsvSource({
    "123456789, 2139825738, 2037464729, 3075821708",
    "2147483647, 2817584439, 158462699, 1152874731",
    "2147483648, 1477382859, 2324071348, 816301522",
    "3000000000, 2022844619, 520368564, 74696224",
    "4294967295, 1340201581, 3941791902, 3413567280",
  })
  void stateIsNumpys(long seed, long second, long third, long last) {
    int[] state = NumpySeeding.stateOf((int) seed);
    assertThat(new long[] {state[1], state[2], state[623]})
        .containsExactly((int) second, (int) third, (int) last);
  }

  /** The right-hand side is {@code RandomState(seed).randint(0, 2**32, 4, dtype=uint32)}. */
  @ParameterizedTest
  @CsvSource({
    "2147483647, 1689602031, 3831148394, 2820341149, 2744746572",
    "2147483648, 652847386, 1439962116, 3524204305, 1548966947",
    "2147483649, 4099196588, 1727445009, 324855903, 1366323974",
    "3000000000, 2308251121, 1228449149, 1600708381, 2998243826",
    "4294967295, 419326371, 479346978, 3918654476, 2416749639",
  })
  void wordsAreNumpysOnBothSidesOfTheSignBit(long seed, long a, long b, long c, long d) {
    MersenneTwister words = NumpySeeding.start(seed);
    for (long expected : new long[] {a, b, c, d}) {
      assertThat(Integer.toUnsignedLong(words.nextInt())).isEqualTo(expected);
    }
  }

  @Test
  void keyLeadsToTheWantedStateWhateverItIs() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      int[] state = random.ints(624).toArray();
      state[0] = 0x80000000;
      MersenneTwister words = new MersenneTwister(NumpySeeding.keyFor(state));
      assertThat(words.nextInt()).isEqualTo(firstWord(state));
    }
  }

  /** The reference's first output: one twist of words 0, 1 and 397, then the tempering. */
  private static int firstWord(int[] state) {
    int twist = (state[0] & 0x80000000) | (state[1] & 0x7fffffff);
    int word = state[397] ^ (twist >>> 1) ^ ((twist & 1) == 0 ? 0 : 0x9908b0df);
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }
}
