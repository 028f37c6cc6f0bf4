package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinspaceTest {

  /** numpy.linspace(-1, 2, 7). */
  @Test
  void closedRangeHasBothEnds() {
    assertThat(Linspace.closed(-1, 2, 7)).containsExactly(-1, -0.5, 0, 0.5, 1, 1.5, 2);
    assertThat(Linspace.closed(0.1, 0.7, 4)).endsWith(0.7);
    assertThat(Linspace.closed(3, 4, 1)).containsExactly(3);
    assertThat(Linspace.closed(3, 4, 0)).isEmpty();
  }

  /** numpy.linspace(0, 2 * numpy.pi, 7, endpoint=False). */
  @Test
  void halfOpenRangeStopsBeforeItsEnd() {
    assertThat(Linspace.halfOpen(0, 2 * Math.PI, 7))
        .containsExactly(
            0.0,
            0.8975979010256552,
            1.7951958020513104,
            2.6927937030769655,
            3.5903916041026207,
            4.487989505128276,
            5.385587406153931);
    assertThat(Linspace.halfOpen(0, 1, 0)).isEmpty();
  }
}
