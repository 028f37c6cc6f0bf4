package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
  private static final long SECOND = 1_000_000_000;

  /** A deadline two seconds after the first of some readings of a clock. */
  private static Deadline twoSecondsBy(long... readings) {
    Iterator<Long> clock = LongStream.of(readings).iterator();
    return Deadline.in(OptionalDouble.of(2), clock::next);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1999999999, false", "2000000000, false", "2000000001, true"})
  void isOverWhenMoreThanTheSecondsHavePassed(long passed, boolean over) {
    assertThat(twoSecondsBy(17, 17 + passed).isOver()).isEqualTo(over);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - SECOND, -1, 0})
  void countsDifferencesWhereverTheClockBegins(long start) {
    assertThat(twoSecondsBy(start, start + SECOND).isOver()).isFalse();
    assertThat(twoSecondsBy(start, start + 3 * SECOND).isOver()).isTrue();
  }

  @Test
  void aClockThatGoesBackOnlyMakesItLater() {
    Deadline deadline = twoSecondsBy(0, -SECOND, -1_000_000 * SECOND, SECOND, 3 * SECOND);

    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.isOver()).isTrue();
  }

  @Test
  void withoutALimitNoClockIsRead() {
    Deadline none =
        Deadline.in(
            OptionalDouble.empty(),
            () -> {
              throw new AssertionError("the clock was read");
            });

    assertThat(none.isOver()).isFalse();
  }
}
