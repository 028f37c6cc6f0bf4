package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumpyLegacyStreamTest {

  private static RandomStream stream(long seed) {
    return RandomAlgorithm.NUMPY.start(seed);
  }

  /** RandomState(6): randint(-2**31, 2**31 - 1, 5), randint(3, 4), randint(0, 2**30 + 1, 3). */
  @Test
  void integersCoverEveryRangeAsNumpyDoes() {
    RandomStream stream = stream(6);
    int[] wide =
        IntStream.generate(() -> stream.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
            .limit(5)
            .toArray();
    assertThat(wide).containsExactly(1687321482, 1921895113, -721641245, -1248090156, 1379668586);
    assertThat(stream.integer(3, 4)).isEqualTo(3);
    int bound = (1 << 30) + 1;
    assertThat(stream.integer(0, bound)).isEqualTo(275971437);
    assertThat(stream.integer(0, bound)).isEqualTo(179085647);
    assertThat(stream.integer(0, bound)).isEqualTo(462381904);
    assertThat(stream.uniform()).isEqualTo(0.9850288152326052);
  }

  @Test
  void skippingIsDrawingUniformsAndKeepsTheCachedNormal() {
    RandomStream drawing = stream(1);
    RandomStream skipping = stream(1);
    drawing.normal();
    skipping.normal();
    for (int draw = 0; draw < 3; draw++) {
      drawing.uniform();
    }
    skipping.skip(3);
    assertThat(skipping.normal()).isEqualTo(drawing.normal());
    assertThat(skipping.uniform()).isEqualTo(drawing.uniform());
  }

  @Test
  void nothingToChooseDrawsNothing() {
    RandomStream stream = stream(2);
    assertThat(stream.permutation(0)).isEmpty();
    assertThat(stream.permutation(1)).containsExactly(0);
    assertThat(stream.choice(1, 0)).isEmpty();
    assertThat(stream.uniform()).isEqualTo(stream(2).uniform());
  }

  @Test
  void drawsThatCannotBeAreRefusedWithTheirValue() {
    RandomStream stream = stream(0);
    refuses("deviation -1.0", () -> stream.normal(0, -1));
    refuses("deviation NaN", () -> stream.normal(0, Double.NaN));
    refuses("[5, 5)", () -> stream.integer(5, 5));
    refuses("[5, -5)", () -> stream.integer(5, -5));
    refuses("count -1", () -> stream.permutation(-1));
    refuses("4 of 3", () -> stream.choice(3, 4));
    refuses("-1 of 3", () -> stream.choice(3, -1));
    refuses("seed -1", () -> stream(-1));
    refuses("seed 4294967296 is not in [0, 4294967295]", () -> stream(4294967296L));
  }

  private static void refuses(String value, Runnable draw) {
    assertThatIllegalArgumentException().isThrownBy(draw::run).withMessageContaining(value);
  }
}
