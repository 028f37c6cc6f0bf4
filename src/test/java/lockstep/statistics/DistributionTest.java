package lockstep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Student's, the noncentral t and the normal distribution. */
class DistributionTest {

  static List<String[]> student() throws IOException {
    return Reference.rows("statistics/student_t.csv");
  }

  @Test
  void studentAgreesWithTheIncompleteBetaFunctionInFortyDigits() throws IOException {
    assertThat(student()).hasSize(99);
    for (String[] cells : student()) {
      StudentT student = new StudentT(Double.parseDouble(cells[1]));
      double argument = Double.parseDouble(cells[2]);
      double expected = Double.parseDouble(cells[3]);
      double found =
          cells[0].equals("p") ? student.twoSidedPValue(argument) : student.quantile(argument);
      assertThat(found)
          .as(String.join(" ", cells))
          .isCloseTo(expected, Reference.relative(expected));
    }
  }

  @Test
  void studentWithOneDegreeOfFreedomIsCauchys() {
    // P(|T| >= t) = 1 - 2 atan(t) / pi, so that t = 1 leaves one half.
    assertThat(new StudentT(1).twoSidedPValue(1)).isCloseTo(0.5, within(1e-14));
    assertThat(new StudentT(1).quantile(0.5)).isCloseTo(1, within(1e-14));
  }

  @Test
  void studentWithTwoDegreesOfFreedomHasAClosedForm() {
    // P(|T| <= t) = t / sqrt(2 + t²)
    for (double t : new double[] {0.1, 1, 3}) {
      double expected = 1 - t / Math.sqrt(2 + t * t);
      assertThat(new StudentT(2).twoSidedPValue(t)).isCloseTo(expected, within(1e-14));
      assertThat(new StudentT(2).quantile(1 - expected)).isCloseTo(t, within(1e-13));
    }
  }

  @Test
  void anInfiniteSquareLeavesNoProbability() {
    assertThat(new StudentT(3).twoSidedPValue(1e200)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.8, 0.975, 0.9995})
  void normalQuantileAndTailBelongTogether(double probability) {
    double z = StandardNormal.quantile(probability);
    double tail = StandardNormal.twoSidedPValue(Math.abs(z)) / 2;
    assertThat(tail).isCloseTo(Math.min(probability, 1 - probability), within(1e-14));
  }

  @Test
  void normalTailIsThatOfTheTables() {
    assertThat(StandardNormal.twoSidedPValue(1.959963984540054)).isCloseTo(0.05, within(1e-15));
    assertThat(StandardNormal.twoSidedPValue(0)).isEqualTo(1);
    assertThat(StandardNormal.twoSidedPValue(50)).isZero();
  }

  /** Integrated from the definition T = (Z + δ) / √(χ²/ν) in 25 digits. */
  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/statistics/power.csv", numLinesToSkip = 1)
  void powerAgreesWithAnIntegral(
      String design, double significance, double effect, int size, double power) {
    PowerAnalysis analysis = new PowerAnalysis(significance, 0.8);
    double found =
        design.equals("pairs") ? analysis.ofPairs(size, effect) : analysis.ofSamples(size, effect);
    assertThat(found).isCloseTo(power, within(1e-12));
  }

  @Test
  void noncentralWithoutNoncentralityIsStudents() {
    for (double t : new double[] {0.5, 2, 8}) {
      assertThat(new NoncentralT(7, 0).beyond(t))
          .isCloseTo(new StudentT(7).twoSidedPValue(t), within(1e-14));
    }
  }

  @Test
  void noncentralOfManyDegreesOfFreedomIsNearlyNormal() {
    // P(|Z + 2.8| > 1.96) = Phi(0.84) + Phi(-4.76)
    double normal = 1 - StandardNormal.twoSidedPValue(0.84) / 2;
    assertThat(new NoncentralT(1e6, 2.8).beyond(1.96)).isCloseTo(normal, within(1e-5));
  }

  @Test
  void aHugeNoncentralityIsAlmostAlwaysFar() {
    assertThat(new NoncentralT(1998, 1e5).beyond(2)).isEqualTo(1);
  }

  @Test
  void poissonWeightsOfTheMixtureAddUpToOne() {
    // Beyond a t of nearly 0 lies everything.
    for (double noncentrality : Stream.of(0.1, 3.0, 40.0).mapToDouble(x -> x).toArray()) {
      assertThat(new NoncentralT(5, noncentrality).beyond(FastMath.ulp(1.0)))
          .isCloseTo(1, within(1e-12));
      assertThat(new NoncentralT(5, noncentrality).beyond(1e9)).isCloseTo(0, within(1e-12));
    }
  }
}
