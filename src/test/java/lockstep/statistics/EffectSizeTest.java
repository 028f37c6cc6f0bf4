package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectSizeTest {
  private static final Sample LOW = Sample.of(1, 2, 3);
  private static final Sample HIGH = Sample.of(2, 5, 8);

  @Test
  void cohensByHand() {
    // Variances 1 and 9 of equal sizes: pooled 5.
    assertThat(EffectSize.cohensD(LOW, HIGH).orElseThrow())
        .isCloseTo(-3 / Math.sqrt(5), within(1e-15));
    // Differences -1, -3, -5: mean -3, standard deviation 2.
    assertThat(EffectSize.cohensDz(new PairedSamples(LOW, HIGH))).hasValue(-1.5);
  }

  @Test
  void hedgesTakesOutTheBias() {
    // J(4) = Γ(2) / (√2 Γ(3/2)) = √2 / √π.
    double expected = -3 / Math.sqrt(5) * Math.sqrt(2 / Math.PI);
    assertThat(EffectSize.hedgesG(LOW, HIGH).orElseThrow()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void rankBiserialCountsPairs() {
    // Larger: 3 > 2; smaller: 1 < 2, 5, 8, 2 < 5, 8, 3 < 5, 8; equal: 2 and 2.
    assertThat(EffectSize.rankBiserial(LOW, HIGH).orElseThrow())
        .isCloseTo((1 - 7) / 9.0, within(1e-15));
    assertThat(EffectSize.rankBiserial(Sample.of(9), LOW)).hasValue(1);
  }

  @Test
  void pairedRankBiserialComparesTheRankSums() {
    // Differences 1, -2, 3: ranks 1 + 3 against 2.
    PairedSamples pairs = PairedSamples.of(new double[] {1, 0, 3}, new double[] {0, 2, 0});
    assertThat(EffectSize.rankBiserial(pairs).orElseThrow()).isCloseTo(2.0 / 6, within(1e-15));
  }

  @Test
  void whereNothingDiffersTheyAreZero() {
    PairedSamples same = new PairedSamples(LOW, LOW);
    assertThat(EffectSize.cohensD(LOW, LOW)).hasValue(0);
    assertThat(EffectSize.hedgesG(LOW, LOW)).hasValue(0);
    assertThat(EffectSize.cohensDz(same)).hasValue(0);
    assertThat(EffectSize.rankBiserial(LOW, LOW)).hasValue(0);
    assertThat(EffectSize.rankBiserial(same)).hasValue(0);
  }

  @Test
  void aDifferenceWithoutVariationHasNoSize() {
    Sample ones = Sample.of(1, 1);
    Sample twos = Sample.of(2, 2);
    assertThat(EffectSize.cohensD(ones, twos)).isEmpty();
    assertThat(EffectSize.hedgesG(ones, twos)).isEmpty();
    assertThat(EffectSize.cohensDz(new PairedSamples(ones, twos))).isEmpty();
    assertThat(EffectSize.rankBiserial(ones, twos)).hasValue(-1);
  }

  @Test
  void tooFewValuesHaveNone() {
    assertThat(EffectSize.cohensD(Sample.of(1), LOW)).isEmpty();
    assertThat(EffectSize.hedgesG(Sample.of(1), LOW)).isEmpty();
    assertThat(EffectSize.cohensDz(PairedSamples.of(new double[] {1}, new double[] {2}))).isEmpty();
    assertThat(EffectSize.rankBiserial(Sample.of(), LOW)).isEmpty();
    assertThat(EffectSize.rankBiserial(PairedSamples.of(new double[0], new double[0]))).isEmpty();
  }
}
