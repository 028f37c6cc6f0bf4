package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerAnalysisTest {
  private static final PowerAnalysis USUAL = PowerAnalysis.USUAL;

  @Test
  void theUsualWishIsTheTextbooks() {
    assertThat(USUAL).isEqualTo(new PowerAnalysis(0.05, 0.8));
  }

  /** Counted up from 2 with SciPy's noncentral F distribution. */
  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/statistics/sizes.csv", numLinesToSkip = 1)
  void sizesAgreeWithACount(
      String design, double significance, double power, double effect, int size) {
    PowerAnalysis analysis = new PowerAnalysis(significance, power);
    assertThat(
            design.equals("pairs")
                ? analysis.pairsFor(effect)
                : analysis.valuesPerSampleFor(effect))
        .hasValue(size);
  }

  @Test
  void sizesAreThoseOfCohensTable() {
    // Cohen 1988, table 2.4.1: 64 and 26 in each sample for d = 0.5 and 0.8 at power 0.8.
    assertThat(USUAL.valuesPerSampleFor(0.5)).hasValue(64);
    assertThat(USUAL.valuesPerSampleFor(0.8)).hasValue(26);
  }

  @Test
  void theSizeFoundSufficesAndOneLessDoesNot() {
    int pairs = USUAL.pairsFor(-0.37).orElseThrow();
    assertThat(USUAL.ofPairs(pairs, 0.37)).isGreaterThanOrEqualTo(0.8);
    assertThat(USUAL.ofPairs(pairs - 1, 0.37)).isLessThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 1e-300})
  void noEffectIsNeverFound(double effect) {
    assertThat(USUAL.pairsFor(effect)).isEmpty();
    assertThat(USUAL.valuesPerSampleFor(effect)).isEmpty();
  }

  @Test
  void largeSizesAreFoundToo() {
    int pairs = USUAL.pairsFor(0.003).orElseThrow();
    assertThat(pairs).isBetween(872_096, 872_104);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e200})
  void aHugeEffectNeedsTheLeast(double effect) {
    assertThat(USUAL.pairsFor(effect)).hasValue(2);
    assertThat(USUAL.valuesPerSampleFor(effect)).hasValue(2);
  }

  @Test
  void aPowerBelowTheSignificanceIsAlwaysThere() {
    assertThat(new PowerAnalysis(0.05, 0.04).pairsFor(0.01)).hasValue(2);
  }

  @Test
  void moreIsWhatIsMissing() {
    // Differences 1, 3, 1, 3, ...: mean 2, standard deviation √(8/7), so d_z = 1.87 needs 5.
    double[] differences = {1, 3, 1, 3, 1, 3, 1, 3};
    PairedSamples enough = PairedSamples.of(differences, new double[8]);
    assertThat(USUAL.morePairs(enough)).hasValue(0);
    PairedSamples few = PairedSamples.of(new double[] {0, 1, 2, -1}, new double[4]);
    int needed = USUAL.pairsFor(0.5 / Math.sqrt(5.0 / 3)).orElseThrow();
    assertThat(USUAL.morePairs(few)).hasValue(needed - 4);
    assertThat(USUAL.morePairs(PairedSamples.of(new double[] {1, 2}, new double[] {0, 1})))
        .as("a constant difference")
        .isEmpty();
  }

  @Test
  void moreIsCountedFromTheSmallerSample() {
    Sample few = Sample.of(1, 2, 3);
    Sample many = Sample.of(2, 3, 4, 2, 3, 4, 3);
    double effect = EffectSize.cohensD(few, many).orElseThrow();
    int needed = USUAL.valuesPerSampleFor(effect).orElseThrow();
    assertThat(USUAL.moreValuesPerSample(few, many)).hasValue(needed - 3);
    assertThat(USUAL.moreValuesPerSample(Sample.of(1), many)).isEmpty();
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PowerAnalysis(0, 0.8));
    assertThatIllegalArgumentException().isThrownBy(() -> new PowerAnalysis(0.05, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> USUAL.ofPairs(1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> USUAL.ofSamples(3, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> USUAL.pairsFor(Double.POSITIVE_INFINITY));
  }
}
