package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsTest {

  private static Streams streams(Map<Purpose, StreamSpec> specs) {
    return new Streams(RandomAlgorithm.NUMPY, specs);
  }

  private static StreamSpec seeded(long seed, long skip) {
    return new StreamSpec.Seeded(seed, skip);
  }

  private static StreamSpec continued(Purpose purpose, long skip) {
    return new StreamSpec.Continued(purpose, skip);
  }

  private static double nth(long seed, int draw) {
    RandomStream stream = RandomAlgorithm.NUMPY.start(seed);
    stream.skip(draw);
    return stream.uniform();
  }

  @ParameterizedTest
  @EnumSource(RandomAlgorithm.class)
  void whatCannotBeDrawnIsRefused(RandomAlgorithm algorithm) {
    RandomStream stream = algorithm.start(1);

    assertThatIllegalArgumentException().isThrownBy(() -> stream.integer(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> stream.integer(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> stream.choice(3, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> stream.choice(3, -1));
    assertThat(stream.integer(3, 4)).isEqualTo(3);
    assertThat(stream.choice(3, 0)).isEmpty();
    assertThat(stream.choice(3, 3)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void negativeSeedsAndSkipsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> seeded(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> seeded(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> continued(Purpose.DATA, -1));
  }

  @Test
  void everyPurposeHasItsOwnStreamAfterItsSkip() {
    Streams streams = streams(Map.of(Purpose.DATA, seeded(0, 0), Purpose.INIT, seeded(101, 3)));
    assertThat(streams.open(Purpose.INIT).uniform()).isEqualTo(nth(101, 3));
    assertThat(streams.open(Purpose.DATA).uniform()).isEqualTo(nth(0, 0));
  }

  @Test
  void continuedStreamGoesOnWhereTheOtherStands() {
    Streams streams =
        streams(Map.of(Purpose.DATA, seeded(0, 1), Purpose.INIT, continued(Purpose.DATA, 2)));
    RandomStream data = streams.open(Purpose.DATA);
    assertThat(data.uniform()).isEqualTo(nth(0, 1));
    RandomStream init = streams.open(Purpose.INIT);
    assertThat(init).isSameAs(data);
    assertThat(init.uniform()).isEqualTo(nth(0, 4));
  }

  @Test
  void continuingAStreamThatIsNotOpenOpensItFirst() {
    Streams streams =
        streams(
            Map.of(
                Purpose.DATA, seeded(7, 1),
                Purpose.SPLIT, continued(Purpose.DATA, 1),
                Purpose.INIT, continued(Purpose.SPLIT, 1)));
    assertThat(streams.open(Purpose.INIT).uniform()).isEqualTo(nth(7, 3));
    assertThat(streams.open(Purpose.DATA).uniform()).isEqualTo(nth(7, 4));
  }

  @Test
  void openingAgainGivesTheSameStreamAndSkipsNothing() {
    Streams streams = streams(Map.of(Purpose.DATA, seeded(3, 5)));
    RandomStream first = streams.open(Purpose.DATA);
    first.uniform();
    assertThat(streams.open(Purpose.DATA)).isSameAs(first);
    assertThat(first.uniform()).isEqualTo(nth(3, 6));
  }

  @Test
  void streamsWithoutABeginningAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> streams(Map.of(Purpose.DATA, continued(Purpose.DATA, 0))))
        .withMessageContaining("DATA continues itself");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                streams(
                    Map.of(
                        Purpose.DATA, continued(Purpose.INIT, 0),
                        Purpose.SPLIT, continued(Purpose.DATA, 0),
                        Purpose.INIT, continued(Purpose.SPLIT, 0))))
        .withMessageContaining("continues itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> streams(Map.of(Purpose.INIT, continued(Purpose.DATA, 0))))
        .withMessageContaining("no stream for DATA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> streams(Map.of()).open(Purpose.SPLIT))
        .withMessageContaining("no stream for SPLIT");
  }
}
