package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import lockstep.statistics.NotTestable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TTestsTest {
  /** Differences 2, 4, 4, 5, 10: mean 5, standard deviation 3. */
  private static final PairedSamples PAIRS =
      PairedSamples.of(new double[] {3, 6, 7, 9, 15}, new double[] {1, 2, 3, 4, 5});

  @Test
  void pairedTestByHand() {
    TTestResult result = Reference.t(PairedTTest.test(PAIRS));
    assertThat(result.meanDifference()).isEqualTo(5);
    assertThat(result.degreesOfFreedom()).isEqualTo(4);
    assertThat(result.statistic()).isCloseTo(5 / (3 / Math.sqrt(5)), within(1e-14));
  }

  @Test
  void pairedIntervalIsThatOfTheDifferences() {
    Interval ofTest = Reference.t(PairedTTest.test(PAIRS)).interval(0.9);
    Interval ofMean = PAIRS.differences().meanInterval(0.9).orElseThrow();
    assertThat(ofTest.low()).isCloseTo(ofMean.low(), within(1e-14));
    assertThat(ofTest.high()).isCloseTo(ofMean.high(), within(1e-14));
  }

  @Test
  void theIntervalTouchesZeroWhereItsConfidenceIsOneLessP() {
    TTestResult result = Reference.t(PairedTTest.test(PAIRS));
    assertThat(result.interval(1 - result.pValue()).low()).isCloseTo(0, within(1e-11));
  }

  @Test
  void swappingTheSamplesTurnsTheSignAndKeepsP() {
    PairedSamples swapped = new PairedSamples(PAIRS.second(), PAIRS.first());
    TTestResult result = Reference.t(PairedTTest.test(PAIRS));
    TTestResult opposite = Reference.t(PairedTTest.test(swapped));
    assertThat(opposite.statistic()).isEqualTo(-result.statistic());
    assertThat(opposite.pValue()).isEqualTo(result.pValue());
  }

  @Test
  void correctionWidensTheStandardErrorByTheRatio() {
    // (1/5 + 1/4) s² against s² / 5: a factor of √(1 + 5/4) = 1.5.
    TTestResult plain = Reference.t(PairedTTest.test(PAIRS));
    TTestResult corrected = Reference.t(CorrectedResampledTTest.test(PAIRS, 0.25));
    assertThat(corrected.standardError()).isCloseTo(1.5 * plain.standardError(), within(1e-14));
    assertThat(corrected.degreesOfFreedom()).isEqualTo(4);
    assertThat(corrected.pValue()).isGreaterThan(plain.pValue());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void theRatioIsAboveZero(double ratio) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorrectedResampledTTest.test(PAIRS, ratio));
  }

  @Test
  void welchByHand() {
    // Means 2 and 5, variances 1 and 9 of 3 and 3 values: √(1/3 + 3) and
    // (10/3)² / ((1/9 + 9) / 2) degrees of freedom.
    TTestResult result = Reference.t(WelchTTest.test(Sample.of(1, 2, 3), Sample.of(2, 5, 8)));
    assertThat(result.meanDifference()).isEqualTo(-3);
    assertThat(result.standardError()).isCloseTo(Math.sqrt(10.0 / 3), within(1e-14));
    assertThat(result.degreesOfFreedom()).isCloseTo(200.0 / 82, within(1e-14));
  }

  @Test
  void welchOfEqualSizesAndVariancesHasAllDegreesOfFreedom() {
    TTestResult result = Reference.t(WelchTTest.test(Sample.of(1, 2, 3, 4), Sample.of(8, 7, 6, 5)));
    assertThat(result.degreesOfFreedom()).isCloseTo(6, within(1e-14));
  }

  @Test
  void welchTakesOneConstantSample() {
    TTestResult result = Reference.t(WelchTTest.test(Sample.of(1, 1), Sample.of(2, 5, 8)));
    assertThat(result.degreesOfFreedom()).isCloseTo(2, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-180, 1, 1e250})
  void welchDoesNotDependOnTheUnit(double unit) {
    TTestResult result =
        Reference.t(
            WelchTTest.test(Sample.of(unit, 2 * unit, 3 * unit), Sample.of(2 * unit, 8 * unit)));
    assertThat(result.statistic()).isCloseTo(-3 / Math.sqrt(9 + 1.0 / 3), within(1e-12));
  }

  @Test
  void whereNothingDiffersPIsOne() {
    Sample sample = Sample.of(0.3, 0.7, 0.1);
    PairedSamples same = new PairedSamples(sample, sample);
    assertThat(PairedTTest.test(same).pValueIfTested()).hasValue(1);
    assertThat(CorrectedResampledTTest.test(same, 0.1).pValueIfTested()).hasValue(1);
    assertThat(WelchTTest.test(sample, sample).pValueIfTested()).hasValue(1);
    assertThat(WelchTTest.test(Sample.of(2, 2), Sample.of(2, 2, 2)).pValueIfTested()).hasValue(1);
    assertThat(Reference.t(PairedTTest.test(same)).interval(0.95)).isEqualTo(new Interval(0, 0));
  }

  @Test
  void oneValueIsNotEnough() {
    PairedSamples one = PairedSamples.of(new double[] {1}, new double[] {2});
    assertThat(PairedTTest.test(one)).isEqualTo(new NotTestable(Reason.TOO_FEW_PAIRS));
    assertThat(CorrectedResampledTTest.test(PairedSamples.of(new double[0], new double[0]), 1))
        .isEqualTo(new NotTestable(Reason.TOO_FEW_PAIRS));
    assertThat(WelchTTest.test(Sample.of(1, 2, 3), Sample.of(1)))
        .isEqualTo(new NotTestable(Reason.TOO_FEW_VALUES));
  }

  @Test
  void aDifferenceWithoutVariationIsNotTestable() {
    NotTestable expected = new NotTestable(Reason.NO_VARIATION);
    PairedSamples constant = PairedSamples.of(new double[] {3, 4}, new double[] {1, 2});
    assertThat(PairedTTest.test(constant)).isEqualTo(expected);
    assertThat(WelchTTest.test(Sample.of(1, 1), Sample.of(2, 2))).isEqualTo(expected);
    assertThat(expected.pValueIfTested()).isEmpty();
    assertThat(expected.reason().text()).isEqualTo("the values do not vary");
  }

  @Test
  void variationThatIsRoundingIsNone() {
    // 0.3 - 0.2, 0.2 - 0.1 and 0.9 - 0.8 are three doubles near 0.1.
    PairedSamples pairs =
        PairedSamples.of(new double[] {0.3, 0.2, 0.9}, new double[] {0.2, 0.1, 0.8});
    assertThat(pairs.differences().standardDeviation().orElseThrow()).isPositive();
    assertThat(PairedTTest.test(pairs)).isEqualTo(new NotTestable(Reason.NO_VARIATION));
  }

  @Test
  void pairsHaveTwoOfEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedSamples.of(new double[] {1}, new double[] {1, 2}))
        .withMessage("samples of 1 and 2 values are not paired");
  }

  @Test
  void aDifferenceThatOverflowsIsRefused() {
    PairedSamples far = PairedSamples.of(new double[] {1e308}, new double[] {-1e308});
    assertThatIllegalArgumentException().isThrownBy(far::differences);
  }

  @Test
  void aResultChecksItsNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TTestResult(1, 0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new TTestResult(Double.NaN, 1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new TTestResult(1, 1, 0));
  }
}
