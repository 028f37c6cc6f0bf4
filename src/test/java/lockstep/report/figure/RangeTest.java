package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {

  private static List<String> labels(Range range) {
    return range.ticks().stream().map(Tick::label).toList();
  }

  @Test
  void stepsAreOneTwoOrFive() {
    assertThat(labels(Range.around(new double[] {664.6, 715.1})))
        .containsExactly("660", "670", "680", "690", "700", "710", "720");
    assertThat(labels(Range.around(new double[] {0.466, 0.922})))
        .containsExactly("0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0");
    assertThat(labels(Range.around(new double[] {-1.2, 0.1})))
        .containsExactly("−1.5", "−1.0", "−0.5", "0.0", "0.5");
  }

  @Test
  void epochsAreWholeNumbers() {
    assertThat(labels(Range.epochs(3))).containsExactly("0", "1", "2", "3");
    assertThat(labels(Range.epochs(0))).containsExactly("0", "1");
    assertThat(labels(Range.epochs(150)))
        .containsExactly("0", "20", "40", "60", "80", "100", "120", "140");
  }

  @Test
  void wideRangesOfPositiveNumbersAreLogarithmic() {
    Range range = Range.around(new double[] {0.002, 40});
    assertThat(range.logarithmic()).isTrue();
    assertThat(labels(range)).containsExactly("0.001", "0.01", "0.1", "1", "10", "100");
    assertThat(range.fraction(0.01)).isCloseTo(0.2, within(1e-12));
    assertThat(Range.around(new double[] {0, 40}).logarithmic()).isFalse();
    assertThat(Range.linear(new double[] {0.002, 40}).logarithmic()).isFalse();
  }

  @Test
  void curvesThatFallSteeplyAreLogarithmicSooner() {
    double[] fallen = new double[20];
    Arrays.fill(fallen, 4);
    fallen[0] = 230;
    fallen[1] = 30;
    assertThat(Range.around(fallen).logarithmic()).isFalse();
    assertThat(labels(Range.ofCurves(fallen)))
        .containsExactly("2", "5", "10", "20", "50", "100", "200", "500");
    fallen[2] = 30;
    assertThat(Range.ofCurves(fallen).logarithmic()).as("nine of ten").isFalse();
    fallen[2] = 0;
    assertThat(Range.ofCurves(fallen).logarithmic()).as("zero").isFalse();
  }

  @Test
  void hugeSpansHaveFewPowersOfTen() {
    assertThat(labels(Range.around(new double[] {1e-300, 1e300}))).hasSizeLessThan(9);
    assertThat(labels(Range.around(new double[] {1, 1e30}))).contains("10¹⁵");
  }

  @Test
  void constantsAndNothingStillMakeARange() {
    assertThat(labels(Range.around(new double[] {0, 0}))).hasSizeGreaterThan(2);
    Range constant = Range.around(new double[] {693.14718056});
    assertThat(constant.fraction(693.14718056)).isBetween(0.1, 0.9);
    assertThat(labels(Range.around(new double[0]))).startsWith("0.0").endsWith("1.0");
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    double[] values = {1, Double.NaN, 2, Double.POSITIVE_INFINITY, 1e305};
    assertThat(Range.around(values)).isEqualTo(Range.around(new double[] {1, 2}));
  }

  @Test
  void largeNumbersAreShort() {
    assertThat(labels(Range.around(new double[] {-2e9, 4e9}))).contains("−2×10⁹", "0", "10⁹");
  }
}
