package lockstep.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/** Reading of reference values that other programs computed. */
final class Reference {
  private static final Path FOLDER = Path.of("src/test/resources");

  private Reference() {}

  /** The cells of all lines but the first. */
  static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  static Map<String, Sample> samples() throws IOException {
    return rows("statistics/samples.csv").stream()
        .collect(Collectors.toMap(cells -> cells[0], cells -> sample(cells[1])));
  }

  static Sample sample(String cell) {
    return Sample.of(Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  /** The agreement that is asked for. */
  static Offset<Double> relative(double value) {
    return Offset.offset(1e-12 * Math.abs(value));
  }

  static TTestResult t(TestResult result) {
    return (TTestResult) result;
  }

  static RankTestResult ranks(TestResult result) {
    return (RankTestResult) result;
  }

  /** The quantities of pairs, by their names in the reference files. */
  static final Map<String, Function<PairedSamples, Double>> OF_PAIRS =
      Map.of(
          "paired_t.statistic", pairs -> t(PairedTTest.test(pairs)).statistic(),
          "paired_t.p", pairs -> t(PairedTTest.test(pairs)).pValue(),
          "corrected_t.statistic",
              pairs -> t(CorrectedResampledTTest.test(pairs, 1.0 / 9)).statistic(),
          "corrected_t.p", pairs -> t(CorrectedResampledTTest.test(pairs, 1.0 / 9)).pValue(),
          "cohens_dz", pairs -> EffectSize.cohensDz(pairs).orElseThrow(),
          "wilcoxon.statistic", pairs -> ranks(WilcoxonSignedRankTest.test(pairs)).statistic(),
          "wilcoxon_exact.statistic", pairs -> exactWilcoxon(pairs).statistic(),
          "wilcoxon_exact.p", pairs -> exactWilcoxon(pairs).pValue(),
          "wilcoxon_normal.p", pairs -> normalWilcoxon(pairs).pValue());

  /** The quantities of two samples, by their names in the reference files. */
  static final Map<String, Function<Sample[], Double>> OF_SAMPLES =
      Map.ofEntries(
          Map.entry("welch_t.statistic", two -> t(WelchTTest.test(two[0], two[1])).statistic()),
          Map.entry("welch_t.df", two -> t(WelchTTest.test(two[0], two[1])).degreesOfFreedom()),
          Map.entry("welch_t.p", two -> t(WelchTTest.test(two[0], two[1])).pValue()),
          Map.entry("cohens_d", two -> EffectSize.cohensD(two[0], two[1]).orElseThrow()),
          Map.entry("hedges_g", two -> EffectSize.hedgesG(two[0], two[1]).orElseThrow()),
          Map.entry("rank_biserial", two -> EffectSize.rankBiserial(two[0], two[1]).orElseThrow()),
          Map.entry(
              "mann_whitney.U1", two -> ranks(MannWhitneyUTest.test(two[0], two[1])).statistic()),
          Map.entry("mann_whitney_exact.U1", two -> exactMannWhitney(two).statistic()),
          Map.entry("mann_whitney_exact.p", two -> exactMannWhitney(two).pValue()),
          Map.entry("mann_whitney_normal.p", two -> normalMannWhitney(two).pValue()),
          Map.entry("mean_a", two -> two[0].mean().orElseThrow()),
          Map.entry("std_a(ddof=1)", two -> two[0].standardDeviation().orElseThrow()),
          Map.entry("t_ci95_low_a", two -> two[0].meanInterval(0.95).orElseThrow().low()),
          Map.entry("t_ci95_high_a", two -> two[0].meanInterval(0.95).orElseThrow().high()));

  static double value(String quantity, Sample first, Sample second) {
    if (OF_PAIRS.containsKey(quantity)) {
      return OF_PAIRS.get(quantity).apply(new PairedSamples(first, second));
    }
    if (OF_SAMPLES.containsKey(quantity)) {
      return OF_SAMPLES.get(quantity).apply(new Sample[] {first, second});
    }
    throw new IllegalArgumentException("unknown quantity " + quantity);
  }

  private static RankTestResult exactWilcoxon(PairedSamples pairs) {
    return withMethod(RankTestResult.Method.EXACT, WilcoxonSignedRankTest.test(pairs));
  }

  private static RankTestResult normalWilcoxon(PairedSamples pairs) {
    return withMethod(
        RankTestResult.Method.NORMAL_APPROXIMATION,
        WilcoxonSignedRankTest.test(pairs, RankTestMethod.NORMAL_APPROXIMATION));
  }

  private static RankTestResult exactMannWhitney(Sample[] two) {
    return withMethod(RankTestResult.Method.EXACT, MannWhitneyUTest.test(two[0], two[1]));
  }

  private static RankTestResult normalMannWhitney(Sample[] two) {
    return withMethod(
        RankTestResult.Method.NORMAL_APPROXIMATION,
        MannWhitneyUTest.test(two[0], two[1], RankTestMethod.NORMAL_APPROXIMATION));
  }

  private static RankTestResult withMethod(RankTestResult.Method method, TestResult result) {
    if (ranks(result).method() != method) {
      throw new IllegalStateException("found by " + ranks(result).method());
    }
    return ranks(result);
  }
}
