package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final Sample FIVE = Sample.of(2, 4, 4, 5, 10);

  @Test
  void summaryOfFiveValuesByHand() {
    // Squares about the mean 5: 9 + 1 + 1 + 0 + 25 = 36; 36 / 4 = 9.
    assertThat(FIVE.mean()).hasValue(5);
    assertThat(FIVE.standardDeviation()).hasValue(3);
    assertThat(FIVE.standardError()).hasValue(3 / Math.sqrt(5));
    assertThat(FIVE.median()).hasValue(4);
    assertThat(FIVE.minimum()).hasValue(2);
    assertThat(FIVE.maximum()).hasValue(10);
  }

  @Test
  void intervalOfFiveValuesIsThatOfTheTables() {
    Interval interval = FIVE.meanInterval(0.95).orElseThrow();
    double half = 2.7764451051977934 * 3 / Math.sqrt(5);
    assertThat(interval.low()).isCloseTo(5 - half, within(1e-12));
    assertThat(interval.high()).isCloseTo(5 + half, within(1e-12));
    assertThat(interval.contains(5)).isTrue();
    assertThat(interval.contains(9)).isFalse();
  }

  @Test
  void anIntervalGrowsWithItsConfidence() {
    Interval narrow = FIVE.meanInterval(0.5).orElseThrow();
    Interval wide = FIVE.meanInterval(0.999).orElseThrow();
    assertThat(wide.low()).isLessThan(narrow.low());
    assertThat(wide.high()).isGreaterThan(narrow.high());
  }

  @Test
  void nothingIsKnownOfAnEmptySample() {
    Sample none = Sample.of();
    assertThat(none.size()).isZero();
    assertThat(none.mean()).isEmpty();
    assertThat(none.standardDeviation()).isEmpty();
    assertThat(none.standardError()).isEmpty();
    assertThat(none.median()).isEmpty();
    assertThat(none.minimum()).isEmpty();
    assertThat(none.maximum()).isEmpty();
    assertThat(none.meanInterval(0.95)).isEmpty();
  }

  @Test
  void oneValueHasAMeanAndNoSpread() {
    Sample one = Sample.of(7.5);
    assertThat(one.mean()).hasValue(7.5);
    assertThat(one.median()).hasValue(7.5);
    assertThat(one.standardDeviation()).isEmpty();
    assertThat(one.standardError()).isEmpty();
    assertThat(one.meanInterval(0.95)).isEmpty();
  }

  @Test
  void twoValuesHaveAllOfIt() {
    Sample two = Sample.of(1, 3);
    assertThat(two.median()).hasValue(2);
    assertThat(two.standardDeviation()).hasValue(Math.sqrt(2));
    // Cauchy's distribution: t = tan(0.95 · 90°) = 12.706..., times a standard error of 1.
    assertThat(two.meanInterval(0.95).orElseThrow().high())
        .isCloseTo(2 + 12.706204736174694, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e300, 4.9e-324, 0})
  void equalValuesHaveNoSpreadAndAnIntervalOfOnePoint(double value) {
    Sample equal = Sample.of(value, value, value, value, value, value);
    assertThat(equal.mean()).hasValue(value);
    assertThat(equal.standardDeviation()).hasValue(0);
    assertThat(equal.meanInterval(0.95)).hasValue(new Interval(value, value));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1000, -600, 300, 1000})
  void scalingByAPowerOfTwoScalesEveryBit(int exponent) {
    Sample plain = Sample.of(0.1, 0.7, 0.3, 0.25);
    double unit = Math.scalb(1.0, exponent);
    Sample scaled = new Sample(plain.values().stream().map(value -> value * unit).toList());
    assertThat(scaled.mean()).isEqualTo(times(plain.mean(), unit));
    assertThat(scaled.standardDeviation()).isEqualTo(times(plain.standardDeviation(), unit));
    assertThat(scaled.median()).isEqualTo(times(plain.median(), unit));
  }

  @Test
  void aSmallSpreadOnALargeMeanIsNotLost() {
    Sample sample = Sample.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
    assertThat(sample.mean()).hasValue(1e9 + 10);
    assertThat(sample.standardDeviation().orElseThrow()).isCloseTo(Math.sqrt(30), within(1e-12));
  }

  @Test
  void runsThatShareTrainingSamplesHaveAWiderInterval() {
    Sample folds = Sample.of(1, 2, 3, 4);
    Interval plain = folds.meanInterval(0.95).orElseThrow();
    Interval wider = folds.resampledMeanInterval(0.95, 1 / 3.0).orElseThrow();
    // The variance of the mean is s² (1/4 + 1/3) instead of s² / 4.
    double factor = Math.sqrt((1 / 4.0 + 1 / 3.0) / (1 / 4.0));
    assertThat(wider.high() - 2.5).isCloseTo(factor * (plain.high() - 2.5), within(1e-12));
    assertThat(2.5 - wider.low()).isCloseTo(factor * (2.5 - plain.low()), within(1e-12));
    assertThat(Sample.of(1).resampledMeanInterval(0.95, 0.25)).isEmpty();
    for (double ratio : new double[] {0, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> folds.resampledMeanInterval(0.95, ratio))
          .withMessageContaining("ratio");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteAreRefusedWithTheirPlace(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(1, value))
        .withMessageContaining("value 1 of a sample is ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
  void aConfidenceIsAProbability(double confidence) {
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE.meanInterval(confidence));
    assertThatIllegalArgumentException().isThrownBy(() -> Sample.of().meanInterval(confidence));
  }

  @Test
  void anIntervalHasAnOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
  }

  private static OptionalDouble times(OptionalDouble value, double unit) {
    return OptionalDouble.of(value.orElseThrow() * unit);
  }
}
