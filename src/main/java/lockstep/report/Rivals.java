package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import lockstep.statistics.CorrectedResampledTTest;
import lockstep.statistics.HolmCorrection;
import lockstep.statistics.PairedSamples;
import lockstep.statistics.PairedTTest;
import lockstep.statistics.Sample;
import lockstep.statistics.TestResult;

/**
 * How sure it is that the best configuration is better than the others: paired t-tests against each
 * of them over the repeats that both finished, corrected for shared training samples if these are
 * folds. As the best one was picked after looking, Holm's correction is over all pairs of
 * configurations, those without the best counting as not different.
 *
 * @param tested how many others could be tested
 * @param worse how many of them are worse by more than chance explains
 */
record Rivals(int tested, int worse) {
  /** How often a difference may be seen where there is none. */
  static final double LEVEL = 0.05;

  /** Tests the first of the ranking against the others that have numbers. */
  static Rivals of(Ranking ranking) {
    List<Standing> measured = ranking.comparable();
    long pairs = measured.size() * (measured.size() - 1L) / 2;
    double[] pValues =
        measured.subList(1, measured.size()).stream()
            .map(other -> pValue(measured.get(0), other))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    double[] adjusted = HolmCorrection.adjust(pValues, pairs);
    return new Rivals(
        adjusted.length, (int) DoubleStream.of(adjusted).filter(p -> p <= LEVEL).count());
  }

  private static OptionalDouble pValue(Standing best, Standing other) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int repeat = 0; repeat < best.repeats(); repeat++) {
      if (best.values().get(repeat).isPresent() && other.values().get(repeat).isPresent()) {
        first.add(best.values().get(repeat).get());
        second.add(other.values().get(repeat).get());
      }
    }
    PairedSamples pairs = new PairedSamples(new Sample(first), new Sample(second));
    OptionalDouble ratio = best.folds().ratio();
    TestResult result =
        ratio.isPresent()
            ? CorrectedResampledTTest.test(pairs, ratio.getAsDouble())
            : PairedTTest.test(pairs);
    return result.pValueIfTested();
  }
}
