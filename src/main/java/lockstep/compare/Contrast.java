package lockstep.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lockstep.statistics.CorrectedResampledTTest;
import lockstep.statistics.EffectSize;
import lockstep.statistics.Interval;
import lockstep.statistics.MannWhitneyUTest;
import lockstep.statistics.NotTestable;
import lockstep.statistics.PairedSamples;
import lockstep.statistics.PairedTTest;
import lockstep.statistics.PowerAnalysis;
import lockstep.statistics.Sample;
import lockstep.statistics.TTestResult;
import lockstep.statistics.TestResult;
import lockstep.statistics.Tested;
import lockstep.statistics.WelchTTest;
import lockstep.statistics.WilcoxonSignedRankTest;

/**
 * Two samples against each other, before any correction for the number of comparisons. Differences
 * are the second configuration's values less the first's.
 *
 * @param paired whether values belong together one by one
 * @param first the values of the first configuration that went into the tests
 * @param second those of the second; where paired, as many and in the same order
 * @param student the paired t-test, the corrected resampled one, or Welch's
 * @param ranks the signed-rank test or the U test
 */
public record Contrast(
    boolean paired, Sample first, Sample second, TestResult student, TestResult ranks) {
  /** With this probability an interval covers the true value. */
  public static final double CONFIDENCE = 0.95;

  private static final NotTestable TOO_FEW = new NotTestable(NotTestable.Reason.TOO_FEW_PAIRS);

  /**
   * Pairs.
   *
   * @param pairs the second configuration's values, then the first's
   * @param overlap the ratio of test to training size if training sets overlap; no other test is
   *     known to be right then
   */
  static Contrast of(PairedSamples pairs, OptionalDouble overlap) {
    boolean few = pairs.size() < 2;
    TestResult student =
        few
            ? TOO_FEW
            : overlap.isPresent()
                ? CorrectedResampledTTest.test(pairs, overlap.getAsDouble())
                : PairedTTest.test(pairs);
    TestResult ranks = few || overlap.isPresent() ? TOO_FEW : WilcoxonSignedRankTest.test(pairs);
    return new Contrast(true, pairs.second(), pairs.first(), student, ranks);
  }

  /** Independent values. */
  static Contrast of(Sample first, Sample second) {
    boolean few = Math.min(first.size(), second.size()) < 2;
    TestResult ranks =
        few
            ? new NotTestable(NotTestable.Reason.TOO_FEW_VALUES)
            : MannWhitneyUTest.test(second, first);
    return new Contrast(false, first, second, WelchTTest.test(second, first), ranks);
  }

  /** The test that decides: the t-test, or where the values do not vary, the rank test. */
  public TestResult deciding() {
    return student instanceof Tested ? student : ranks;
  }

  /** The difference of the means; empty if a sample has no values. */
  public OptionalDouble difference() {
    if (Math.min(first.size(), second.size()) == 0) {
      return OptionalDouble.empty();
    }
    return paired
        ? pairs().differences().mean()
        : OptionalDouble.of(second.mean().getAsDouble() - first.mean().getAsDouble());
  }

  /** The interval of the expected difference, by the t-test; not corrected for their number. */
  public Optional<Interval> interval() {
    return student instanceof TTestResult tested
        ? Optional.of(tested.interval(CONFIDENCE))
        : Optional.empty();
  }

  /** Cohen's d of the pairs' differences, or Hedges' g. */
  public OptionalDouble effect() {
    return paired ? EffectSize.cohensDz(pairs()) : EffectSize.hedgesG(second, first);
  }

  /** The rank-biserial correlation. */
  public OptionalDouble rankEffect() {
    return paired ? EffectSize.rankBiserial(pairs()) : EffectSize.rankBiserial(second, first);
  }

  /**
   * How many more repeats would show an effect as large as this one with a power of 0.8 at a level
   * of 0.05, before any correction.
   */
  public OptionalInt more() {
    return paired
        ? PowerAnalysis.USUAL.morePairs(pairs())
        : PowerAnalysis.USUAL.moreValuesPerSample(second, first);
  }

  /** Whether there are pairs and none differs. */
  public boolean identical() {
    return paired && first.size() > 0 && first.equals(second);
  }

  /** The second configuration's values less the first's; only where paired. */
  public PairedSamples pairs() {
    return new PairedSamples(second, first);
  }
}
