package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZigguratTest {

  /** The tables ki_double, wi_double and fi_double of NumPy 1.24, written the same way. */
  @Test
  void tablesHaveTheBitsOfNumpys() throws Exception {
    byte[] text = Ziggurat.tables().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("27387974ae606baa66704316f7a6ace9edc03d0ecd0ee68d11c352029d786b3d");
  }

  /** Draws beyond r, of both signs, as NumPy 2.4.6's default_rng gives them. */
  @ParameterizedTest
  @CsvSource({
    "1, 860, 3.7516349672663583",
    "1, 9176, -3.6642496010783234",
    "1, 9460, -3.8378621427178974",
    "2, 2989, -3.6721343605673384",
    "2, 5833, 3.7481108286196503",
    "2, 13503, -3.905589790982577",
    "3, 5970, 4.036861678844423",
    "3, 16548, -3.7411627382527723",
  })
  void drawsFromTheTailHaveTheBitsOfNumpys(long seed, int draw, double value) {
    RandomStream stream = RandomAlgorithm.NUMPY_PCG64.start(seed);
    for (int before = 0; before < draw; before++) {
      stream.normal();
    }
    assertThat(stream.normal()).isEqualTo(value);
  }

  /** Of so many draws so many lie beyond r: about 2.6 in ten thousand, all made in the tail. */
  @Test
  void tailIsDrawnFromAsOftenAsItShouldBe() {
    int draws = 2_000_000;
    double tail = 3.6541528853610088;
    Pcg64 bits = new Pcg64(5);
    int beyond = 0;
    int negative = 0;
    for (int draw = 0; draw < draws; draw++) {
      double value = Ziggurat.normal(bits);
      beyond += Math.abs(value) > tail ? 1 : 0;
      negative += value < -tail ? 1 : 0;
    }
    double expected = draws * Erf.erfc(tail / Math.sqrt(2));
    double deviation = Math.sqrt(expected);
    assertThat(beyond)
        .isBetween((int) (expected - 4 * deviation), (int) (expected + 4 * deviation));
    assertThat(negative).isBetween(beyond / 3, 2 * beyond / 3);
  }
}
