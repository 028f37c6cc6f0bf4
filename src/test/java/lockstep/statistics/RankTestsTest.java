package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import lockstep.statistics.NotTestable.Reason;
import lockstep.statistics.RankTestResult.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTestsTest {

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    MidRanks ranks = MidRanks.of(new double[] {5, 1, 5, -0.0, 0.0, 5});
    assertThat(ranks.doubled()).containsExactly(10, 6, 10, 3, 3, 10);
    assertThat(ranks.tieTerm()).isEqualTo((27 - 3) + (8 - 2));
  }

  @Test
  void wilcoxonByHand() {
    // Ranks 1, 2, 3 with the first negative: of 8 ways, the sums 0 and 1 make 2.
    assertThat(wilcoxon(-1, 2, 3)).isEqualTo(new RankTestResult(1, 0.5, Method.EXACT));
  }

  @Test
  void wilcoxonWithTiesAndZerosByHand() {
    // Without the zero: ranks 1.5, 1.5, 3 with the first negative. Of 8 ways the sums 0, 1.5 and
    // 1.5 are at most 1.5.
    assertThat(wilcoxon(-1, 1, 0, 2)).isEqualTo(new RankTestResult(1.5, 0.75, Method.EXACT));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 30, 50})
  void theLeastPOfWilcoxonIsTwoWaysOfAll(int pairs) {
    double[] positive = IntStream.rangeClosed(1, pairs).asDoubleStream().toArray();
    assertThat(wilcoxon(positive))
        .isEqualTo(new RankTestResult(0, Math.scalb(1.0, 1 - pairs), Method.EXACT));
  }

  @Test
  void whereNoPairDiffersPIsOne() {
    assertThat(wilcoxon(0, 0, 0)).isEqualTo(new RankTestResult(0, 1, Method.EXACT));
    assertThat(
            WilcoxonSignedRankTest.test(
                PairedSamples.of(new double[] {1}, new double[] {1}),
                RankTestMethod.NORMAL_APPROXIMATION))
        .isEqualTo(new RankTestResult(0, 1, Method.EXACT));
  }

  @Test
  void aBalanceOfSignsGivesPOne() {
    assertThat(wilcoxon(1, -1).pValue()).isEqualTo(1);
    assertThat(wilcoxon(1, 2, -3).pValue()).isEqualTo(1);
  }

  @Test
  void zerosDoNotCountTowardsTheLimit() {
    double[] differences = new double[80];
    for (int i = 0; i < 50; i++) {
      differences[i] = i + 1;
    }
    assertThat(wilcoxon(differences).method()).isEqualTo(Method.EXACT);
    differences[50] = 51;
    assertThat(wilcoxon(differences).method()).isEqualTo(Method.NORMAL_APPROXIMATION);
  }

  @Test
  void mannWhitneyByHand() {
    // The ranks 1, 2 of 5: the least of 10 sums, so 2 · 1/10.
    assertThat(MannWhitneyUTest.test(Sample.of(1, 2), Sample.of(3, 4, 5)))
        .isEqualTo(new RankTestResult(0, 0.2, Method.EXACT));
  }

  @Test
  void mannWhitneyWithTiesByHand() {
    // Ranks 1, 2.5 | 2.5, 4: of 6 pairs of ranks two have the sum 3.5, and none has less.
    assertThat(MannWhitneyUTest.test(Sample.of(1, 2), Sample.of(2, 3)))
        .isEqualTo(new RankTestResult(0.5, 2 * 2.0 / 6, Method.EXACT));
    // Ranks 1, 2, 3.5 | 3.5, 5, 6: of 20 sums only 6.5 itself, twice, is so low.
    assertThat(MannWhitneyUTest.test(Sample.of(1, 2, 3), Sample.of(3, 4, 5)))
        .isEqualTo(new RankTestResult(0.5, 2 * 2.0 / 20, Method.EXACT));
  }

  @Test
  void theTwoUAddUpToThePairsAndPIsTheSame() {
    Sample few = Sample.of(1, 1, 2, 3);
    Sample many = Sample.of(2, 3, 3, 3, 4, 1);
    RankTestResult one = Reference.ranks(MannWhitneyUTest.test(few, many));
    RankTestResult other = Reference.ranks(MannWhitneyUTest.test(many, few));
    assertThat(one.statistic() + other.statistic()).isEqualTo(24);
    assertThat(one.pValue()).isEqualTo(other.pValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50, 60})
  void whereAllValuesAreTheSamePIsOne(int size) {
    Sample equal = Sample.of(new double[size]);
    RankTestResult result = Reference.ranks(MannWhitneyUTest.test(equal, equal));
    assertThat(result.pValue()).isEqualTo(1);
    assertThat(result.statistic()).isEqualTo(size * size / 2.0);
  }

  @Test
  void fiftyValuesAreCountedAndFiftyOneAreNot() {
    Sample fifty = Sample.of(IntStream.range(0, 50).asDoubleStream().toArray());
    Sample more = Sample.of(IntStream.range(0, 51).mapToDouble(i -> i + 0.5).toArray());
    assertThat(Reference.ranks(MannWhitneyUTest.test(fifty, fifty)).method())
        .isEqualTo(Method.EXACT);
    assertThat(Reference.ranks(MannWhitneyUTest.test(fifty, more)).method())
        .isEqualTo(Method.NORMAL_APPROXIMATION);
    assertThat(Reference.ranks(MannWhitneyUTest.test(more, fifty)).method())
        .isEqualTo(Method.NORMAL_APPROXIMATION);
  }

  @Test
  void theNormalApproximationIsCloseToTheCountAtItsLimit() {
    double[] differences =
        IntStream.range(0, 50).mapToDouble(i -> i % 3 - 0.4 - i / 99.0).toArray();
    PairedSamples pairs = PairedSamples.of(differences, new double[50]);
    RankTestResult normal =
        Reference.ranks(WilcoxonSignedRankTest.test(pairs, RankTestMethod.NORMAL_APPROXIMATION));
    assertThat(normal.pValue()).isCloseTo(wilcoxon(differences).pValue(), within(0.01));
  }

  @Test
  void withoutValuesThereIsNoTest() {
    NotTestable expected = new NotTestable(Reason.NO_VALUES);
    assertThat(WilcoxonSignedRankTest.test(PairedSamples.of(new double[0], new double[0])))
        .isEqualTo(expected);
    assertThat(MannWhitneyUTest.test(Sample.of(), Sample.of(1))).isEqualTo(expected);
  }

  @Test
  void aResultChecksItsNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RankTestResult(1, 1.5, Method.EXACT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankTestResult(Double.NaN, 0.5, Method.EXACT));
  }

  private static RankTestResult wilcoxon(double... differences) {
    return Reference.ranks(
        WilcoxonSignedRankTest.test(PairedSamples.of(differences, new double[differences.length])));
  }
}
