package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bits of results, which no machine and no JDK may change. */
class BitsTest {
  private static final double[] FIRST = {0.91, 0.87, 0.93, 0.9, 0.88, 0.94, 0.86, 0.92};
  private static final double[] SECOND = {0.89, 0.88, 0.9, 0.86, 0.87, 0.89, 0.88, 0.85};

  private static final Map<String, String> BITS =
      Map.ofEntries(
          Map.entry("deviation", "0x1.db27fb35c73d2p-6"),
          Map.entry("interval", "0x1.d9da9064e4ce2p-1"),
          Map.entry("paired", "0x1.f813d309babccp-5"),
          Map.entry("corrected", "0x1.218da00eeecfep-3"),
          Map.entry("welch", "0x1.1c9854a749442p-4"),
          Map.entry("wilcoxon", "0x1.6p-4"),
          Map.entry("wilcoxon normal", "0x1.16a13628a7865p-4"),
          Map.entry("mann-whitney", "0x1.ccd6fbfb629eep-4"),
          Map.entry("mann-whitney normal", "0x1.cf05cd97b8b5p-4"),
          Map.entry("hedges", "0x1.e5d13053a3767p-1"),
          Map.entry("power", "0x1.6d64da246d672p-1"));

  @Test
  void resultsHaveTheseBits() {
    Map<String, String> found = new LinkedHashMap<>();
    results().forEach((name, value) -> found.put(name, Double.toHexString(value)));
    assertThat(found).isEqualTo(BITS);
  }

  private static Map<String, Double> results() {
    PairedSamples pairs = PairedSamples.of(FIRST, SECOND);
    Sample first = pairs.first();
    Sample second = pairs.second();
    RankTestMethod normal = RankTestMethod.NORMAL_APPROXIMATION;
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("deviation", first.standardDeviation().orElseThrow());
    results.put("interval", first.meanInterval(0.95).orElseThrow().high());
    results.put("paired", PairedTTest.test(pairs).pValueIfTested().orElseThrow());
    results.put(
        "corrected", CorrectedResampledTTest.test(pairs, 0.1).pValueIfTested().orElseThrow());
    results.put("welch", WelchTTest.test(first, second).pValueIfTested().orElseThrow());
    results.put("wilcoxon", WilcoxonSignedRankTest.test(pairs).pValueIfTested().orElseThrow());
    results.put(
        "wilcoxon normal",
        WilcoxonSignedRankTest.test(pairs, normal).pValueIfTested().orElseThrow());
    results.put(
        "mann-whitney", MannWhitneyUTest.test(first, second).pValueIfTested().orElseThrow());
    results.put(
        "mann-whitney normal",
        MannWhitneyUTest.test(first, second, normal).pValueIfTested().orElseThrow());
    results.put("hedges", EffectSize.hedgesG(first, second).orElseThrow());
    results.put("power", PowerAnalysis.USUAL.ofPairs(12, 0.8));
    return results;
  }
}
