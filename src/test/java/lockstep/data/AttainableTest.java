package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttainableTest {
  /** Φ(1), of any table of the normal distribution. */
  private static final double WITHIN_ONE_DEVIATION = 0.8413447460685429;

  private static Generator clouds(double distance, double deviation, long first, long second) {
    BlobCenters centers = new BlobCenters.Given(List.of(List.of(0.0), List.of(distance)));
    return new Blobs(
        new ClassSizes.PerClass(List.of(first, second)), centers, List.of(deviation), true);
  }

  private static double value(Generator generator) {
    return generator.attainable().orElseThrow().value();
  }

  static Stream<Generator> noisyRegressions() {
    return Stream.of(
        new LinearRegression(10, new Coefficients.Drawn(2), 0, 0.5),
        new SineRegression(10, 0, 1, 0.5),
        new PolynomialRegression(10, List.of(1.0), 0, 1, 0.5),
        new Regression(10, 2, 1, 1, 0, Optional.empty(), 0.5, true),
        new Friedman.First(10, 5, 0.5),
        new Friedman.Second(10, 0.5),
        new Friedman.Third(10, 0.5),
        teacher(Teacher.Targets.VALUES, 0.5));
  }

  private static Generator teacher(Teacher.Targets targets, double noise) {
    return new Teacher(10, List.of(2, 1), Teacher.Activation.TANH, 1, targets, noise);
  }

  @ParameterizedTest
  @MethodSource("noisyRegressions")
  void squaredErrorOfNoisyTargetsIsTheVarianceOfTheirNoise(Generator generator) {
    Attainable limit = generator.attainable().orElseThrow();
    assertThat(limit.measure()).isEqualTo(Attainable.Measure.MSE);
    assertThat(limit.value()).isEqualTo(0.25);
    assertThat(limit.reached()).isTrue();
  }

  @Test
  void nothingIsToldWhereNothingLimitsOrTheLimitIsNotKnown() {
    assertThat(new SineRegression(10, 0, 1, 0).attainable()).isEmpty();
    assertThat(teacher(Teacher.Targets.CLASSES, 0.5).attainable()).isEmpty();
    assertThat(new Xor(4, 0).attainable()).isEmpty();
    assertThat(new Xor(5, 0.1).attainable()).isEmpty();
    assertThat(new Moons(4, 0.1, true).attainable()).isEmpty();
    BlobCenters three = new BlobCenters.Given(List.of(List.of(0.0), List.of(1.0), List.of(2.0)));
    assertThat(new Blobs(new ClassSizes.Total(9), three, List.of(1.0), true).attainable())
        .isEmpty();
    BlobCenters drawn = new BlobCenters.Drawn(2, 2, 0, 1);
    assertThat(new Blobs(new ClassSizes.Total(9), drawn, List.of(1.0), true).attainable())
        .isEmpty();
  }

  @Test
  void cloudsTwoDeviationsApartAreToldApartAsATableOfTheNormalDistributionSays() {
    assertThat(value(clouds(2, 1, 5, 5))).isCloseTo(WITHIN_ONE_DEVIATION, within(1e-14));
    assertThat(value(clouds(6, 3, 50, 50))).isCloseTo(WITHIN_ONE_DEVIATION, within(1e-14));
    assertThat(value(clouds(0, 1, 30, 10))).isEqualTo(0.75);
  }

  /** The best rule takes the larger density everywhere. */
  @Test
  void accuracyIsTheIntegralOfTheLargerDensity() {
    double step = 1e-3;
    double sum = 0;
    for (double x = -12; x < 12; x += step) {
      double first = 0.7 * density(x, 0.8);
      double second = 0.3 * density(x - 1.5, 0.8);
      sum += Math.max(first, second) * step;
    }
    assertThat(value(clouds(1.5, 0.8, 7, 3))).isCloseTo(sum, within(1e-6));
  }

  private static double density(double x, double deviation) {
    double z = x / deviation;
    return FastMath.exp(-z * z / 2) / (deviation * FastMath.sqrt(2 * Math.PI));
  }

  @Test
  void parityIsRightAfterAnEvenNumberOfErrors() {
    double wrong = 1 - WITHIN_ONE_DEVIATION;
    double right = WITHIN_ONE_DEVIATION;
    assertThat(value(new Xor(8, 0.5))).isCloseTo(right * right + wrong * wrong, within(1e-14));
    double three = right * right * right + 3 * right * wrong * wrong;
    assertThat(value(new Parity(3, 16, 0.5))).isCloseTo(three, within(1e-14));
  }

  /** Rounding each coordinate is the best rule; on many samples it gets what is attainable. */
  @Test
  void roundingCoordinatesGetsTheAccuracyOfParity() {
    Parity parity = new Parity(3, 80000, 0.4);
    Samples samples = parity.generate(RandomAlgorithm.NUMPY.start(1));
    int right = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      int ones = 0;
      for (double coordinate : samples.inputs().getRow(sample)) {
        ones += coordinate > 0.5 ? 1 : 0;
      }
      right += (ones & 1) == samples.targets().getEntry(sample, 0) ? 1 : 0;
    }
    double deviation = Math.sqrt(value(parity) * (1 - value(parity)) / samples.count());
    assertThat((double) right / samples.count()).isCloseTo(value(parity), within(4 * deviation));
  }

  @Test
  void flippedClassesAreABound() {
    FeatureCounts features = new FeatureCounts(2, 2, 0, 0);
    ClusterPlaces places =
        new ClusterPlaces(1, true, ClusterPlaces.DEFAULT_SHIFT, ClusterPlaces.DEFAULT_SCALE);
    ClusterLayout four = new ClusterLayout(4, 1, List.of());
    Attainable limit =
        new Classification(10, features, four, places, 0.2, true).attainable().orElseThrow();
    assertThat(limit.value()).isCloseTo(1 - 0.2 * 3 / 4, within(1e-15));
    assertThat(limit.reached()).isFalse();
    assertThat(new Classification(10, features, four, places, 0, true).attainable()).isEmpty();
  }

  @Test
  void aLimitIsANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attainable(Attainable.Measure.MSE, Double.NaN, true, ""))
        .withMessageContaining("limit NaN");
  }
}
