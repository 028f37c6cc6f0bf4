package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of SciPy and mpmath; an unknown quantity fails. */
class GoldenStatisticsTest {

  static Stream<Arguments> golden() throws IOException {
    return Reference.rows("golden/statistics.csv").stream()
        .map(
            cells ->
                Arguments.of(
                    cells[0],
                    cells[3],
                    Reference.sample(cells[1]),
                    Reference.sample(cells[2]),
                    Double.parseDouble(cells[4])));
  }

  static Stream<Arguments> more() throws IOException {
    Map<String, Sample> samples = Reference.samples();
    return Reference.rows("statistics/tests.csv").stream()
        .map(
            cells ->
                Arguments.of(
                    cells[0] + " " + cells[1],
                    cells[2],
                    samples.get(cells[0]),
                    samples.get(cells[1]),
                    Double.parseDouble(cells[3])));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"golden", "more"})
  void agreesWithTheReference(
      String name, String quantity, Sample first, Sample second, double value) {
    assertThat(Reference.value(quantity, first, second))
        .isCloseTo(value, Reference.relative(value));
  }

  @Test
  void everyRowOfTheFilesIsTried() throws IOException {
    assertThat(golden()).hasSize(24);
    assertThat(more()).hasSize(170);
  }

  @Test
  void everyQuantityHasARow() throws IOException {
    Set<String> quantities = new TreeSet<>();
    Stream.concat(golden(), more()).forEach(row -> quantities.add((String) row.get()[1]));
    assertThat(quantities)
        .containsAll(Reference.OF_PAIRS.keySet())
        .containsAll(Reference.OF_SAMPLES.keySet());
  }

  @Test
  void aThousandValuesAreTestedByTheNormalApproximation() throws IOException {
    Sample first = Reference.samples().get("a1000");
    Sample second = Reference.samples().get("b1000");
    List<TestResult> results =
        List.of(
            WilcoxonSignedRankTest.test(new PairedSamples(first, second)),
            MannWhitneyUTest.test(first, second));
    assertThat(results)
        .allMatch(
            result ->
                Reference.ranks(result).method() == RankTestResult.Method.NORMAL_APPROXIMATION);
  }
}
