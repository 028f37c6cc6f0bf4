package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import lockstep.statistics.NotTestable.Reason;
import lockstep.statistics.RankTestResult.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmCorrectionTest {

  @Test
  void fourTestsByHand() {
    // In order 0.01, 0.03, 0.04, 0.5 times 4, 3, 2, 1; the third may not be below the second.
    assertThat(HolmCorrection.adjust(0.5, 0.01, 0.04, 0.03)).containsExactly(0.5, 0.04, 0.09, 0.09);
  }

  @Test
  void oneTestIsNotCorrectedAndNoneIsEmpty() {
    assertThat(HolmCorrection.adjust(0.03)).containsExactly(0.03);
    assertThat(HolmCorrection.adjust(new double[0])).isEmpty();
  }

  @Test
  void nothingExceedsOne() {
    assertThat(HolmCorrection.adjust(0.6, 0.9, 0.7)).containsExactly(1, 1, 1);
  }

  @Test
  void testsThatWereNotPossibleDoNotCount() {
    List<TestResult> results =
        List.of(
            new RankTestResult(1, 0.25, Method.EXACT),
            new NotTestable(Reason.TOO_FEW_PAIRS),
            new RankTestResult(0, 0.125, Method.EXACT));
    assertThat(HolmCorrection.adjust(results))
        .containsExactly(OptionalDouble.of(0.25), OptionalDouble.empty(), OptionalDouble.of(0.25));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aPValueIsFromZeroToOne(double pValue) {
    assertThatIllegalArgumentException().isThrownBy(() -> HolmCorrection.adjust(0.5, pValue));
  }
}
