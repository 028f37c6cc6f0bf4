package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values that describe a training take and refuse. */
class TrainingValuesTest {

  @Test
  void aRangeOfRatesIsGeometricAndEndsExactly() {
    RateRange range = new RateRange(0.001, 1, 4);
    double[] expected = {0.001, 0.01, 0.1, 1};
    for (int epoch = 0; epoch < expected.length; epoch++) {
      assertThat(range.at(epoch)).isCloseTo(expected[epoch], within(1e-15));
    }
    assertThat(range.at(3)).isEqualTo(1);
    assertThat(new RateRange(1, 0.01, 3).at(1)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void aRangeOfOneRateOrOneEpochHasItsFirst() {
    assertThat(new RateRange(0.3, 0.3, 9).at(5)).isEqualTo(0.3);
    assertThat(new RateRange(0.3, 3, 1).at(0)).isEqualTo(0.3);
    assertThat(new RateRange(0.3, 3, 0).at(0)).isEqualTo(0.3);
    assertThat(new RateRange(0.3, 3, 2).at(1)).isEqualTo(3);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new RateRange(0, 1, 2),
            () -> new RateRange(1, 0, 2),
            () -> new RateRange(Double.NaN, 1, 2),
            () -> new RateRange(1, 1, -1),
            () -> new EarlyStopping("loss", 0, 0, true),
            () -> new EarlyStopping("loss", 1, -1, true),
            () -> new EarlyStopping("loss", 1, Double.NaN, true),
            () -> Stopping.DEFAULT.within(0),
            () -> Stopping.DEFAULT.within(Double.NaN),
            () -> new Stopping(List.of(), 1, Tolerance.NONE),
            () -> new Stopping(List.of(), Double.NaN, Tolerance.NONE),
            () -> new Tolerance(OptionalDouble.of(Double.NaN), OptionalDouble.empty()),
            () -> new Tolerance(OptionalDouble.empty(), OptionalDouble.of(-1)),
            () -> new Penalty(-1, 0, false),
            () -> new Penalty(0, Double.NaN, false),
            () -> new StabilitySpec(0),
            () -> new BestEpoch(new BestRule("accuracy", 0), List.of("loss")));
    for (Runnable one : wrong) {
      int place = wrong.indexOf(one);
      assertThatIllegalArgumentException().as("number " + place).isThrownBy(one::run);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "4, true", "8, true", "10, true", "9, false", "1, false"})
  void stabilityIsMeasuredEverySoManyEpochsAndAtTheLast(int epoch, boolean measured) {
    assertThat(new StabilitySpec(4).measures(epoch, 10)).isEqualTo(measured);
  }

  @Test
  void noCurvatureAboveZeroSetsNoLimit() {
    assertThat(StabilitySpec.stableLearningRate(4)).isEqualTo(0.5);
    assertThat(StabilitySpec.stableLearningRate(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StabilitySpec.stableLearningRate(-0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StabilitySpec.stableLearningRate(-1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StabilitySpec.stableLearningRate(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "loss, true",
    "validation_loss, true",
    "accuracy, true",
    "running_loss, false",
    "penalty, false",
    "learning_rate, false",
    "curvature, false",
    "stable_learning_rate, false"
  })
  void measuresAreTheLossAndTheMetrics(String column, boolean measure) {
    assertThat(TrainingColumns.isMeasure(column)).isEqualTo(measure);
  }

  @Test
  void columnsComeInTheirOrder() {
    assertThat(new TrainingColumns(true, true, true).names()).isEqualTo(TrainingColumns.ALL);
    assertThat(TrainingColumns.NONE.names()).isEmpty();
    assertThat(new TrainingColumns(false, true, false).names()).containsExactly("penalty");
  }

  private static History history(String column, int finalEpoch, double... values) {
    return new History(
        List.of(column),
        Arrays.stream(values).mapToObj(value -> new double[] {value}).toList(),
        finalEpoch);
  }

  @Test
  void historiesAreEqualByTheirNumbers() {
    History one = history("loss", 1, 1, 2);
    assertThat(one)
        .isEqualTo(new History(List.of("loss"), List.of(new double[] {1}, new double[] {2})));
    assertThat(one).hasSameHashCodeAs(history("loss", 1, 1, 2));
    assertThat(one).isNotEqualTo(history("accuracy", 1, 1, 2));
    assertThat(one).isNotEqualTo(history("loss", 0, 1, 2));
    assertThat(one).isNotEqualTo(history("loss", 1, 1, 3));
    assertThat(one.hashCode()).isNotEqualTo(history("loss", 1, 1, 3).hashCode());
    assertThat(one).isNotEqualTo("loss");
  }
}
