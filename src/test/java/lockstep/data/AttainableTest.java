package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.MathArrays;
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
    return limit(generator).orElseThrow().value();
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
    Attainable limit = generator.attainable(RandomAlgorithm.NUMPY.start(7)).orElseThrow();
    assertThat(limit.measure()).isEqualTo(Attainable.Measure.MSE);
    assertThat(limit.value()).isEqualTo(0.25);
    assertThat(limit.reached()).isTrue();
  }

  @Test
  void nothingIsToldWhereNothingLimitsOrTheLimitIsNotKnown() {
    assertThat(new SineRegression(10, 0, 1, 0).attainable(RandomAlgorithm.NUMPY.start(7)))
        .isEmpty();
    assertThat(teacher(Teacher.Targets.CLASSES, 0.5).attainable(RandomAlgorithm.NUMPY.start(7)))
        .isEmpty();
    assertThat(new Xor(4, 0).attainable(RandomAlgorithm.NUMPY.start(7))).isEmpty();
    assertThat(new Xor(5, 0.1).attainable(RandomAlgorithm.NUMPY.start(7))).isEmpty();
    assertThat(new Moons(4, 0.1, true).attainable(RandomAlgorithm.NUMPY.start(7))).isEmpty();
    BlobCenters spread =
        new BlobCenters.Given(
            List.of(
                List.of(0.0, 0.0, 0.0),
                List.of(1.0, 0.0, 0.0),
                List.of(0.0, 1.0, 0.0),
                List.of(0.0, 0.0, 1.0)));
    assertThat(limit(new Blobs(new ClassSizes.Total(9), spread, List.of(1.0), true))).isEmpty();
    BlobCenters two = new BlobCenters.Drawn(2, 2, 0, 1);
    Generator unlike = new Blobs(new ClassSizes.Total(9), two, List.of(1.0, 2.0), true);
    assertThat(limit(unlike)).isEmpty();
    BlobCenters far = new BlobCenters.Drawn(3, 2, -1000, 1000);
    assertThat(limit(new Blobs(new ClassSizes.Total(9), far, List.of(1.0), true))).isEmpty();
    assertThat(limit(new Checkerboard(10, 4, 0))).isEmpty();
    assertThat(limit(new Checkerboard(10, 1, 0.5))).isEmpty();
  }

  private static Optional<Attainable> limit(Generator generator) {
    return generator.attainable(RandomAlgorithm.NUMPY.start(7));
  }

  private static Generator clouds(double deviation, List<Long> sizes, double[]... centers) {
    List<List<Double>> rows =
        Stream.of(centers).map(center -> DoubleStream.of(center).boxed().toList()).toList();
    return new Blobs(
        new ClassSizes.PerClass(sizes), new BlobCenters.Given(rows), List.of(deviation), true);
  }

  /** Each coordinate is told right by itself: Φ(1)². */
  @Test
  void fourCloudsInASquareAreTwoQuestions() {
    double[][] square = {{0, 0}, {3, 0}, {0, 3}, {3, 3}};
    assertThat(value(clouds(1.5, List.of(5L, 5L, 5L, 5L), square)))
        .isCloseTo(WITHIN_ONE_DEVIATION * WITHIN_ONE_DEVIATION, within(1e-6));
  }

  /** On a line, however it lies: the outer ones have one neighbour, the inner one has two. */
  @Test
  void threeCloudsInARowHaveFourErrors() {
    double[][] row = {{1, 1, 1, 1, 1}, {3, 2, 1, 1, 1}, {5, 3, 1, 1, 1}};
    double deviation = Math.sqrt(5) / 2;
    assertThat(value(clouds(deviation, List.of(2L, 2L, 2L), row)))
        .isCloseTo(1 - 4 * (1 - WITHIN_ONE_DEVIATION) / 3, within(1e-6));
  }

  @Test
  void cloudsOnTheSameSpotAreAllTheLargestOne() {
    double[][] spot = {{1, 1}, {1, 1}, {1, 1}};
    assertThat(value(clouds(2, List.of(2L, 6L, 2L), spot))).isCloseTo(0.6, within(1e-9));
    assertThat(value(clouds(2, List.of(4L, 4L, 4L), spot))).isCloseTo(1.0 / 3, within(1e-9));
  }

  /** The best rule takes the largest share times density everywhere. */
  @Test
  void accuracyOfUnequalCloudsIsTheIntegralOfTheLargestDensity() {
    double[][] centers = {{0, 0}, {1.2, 0.3}, {-0.4, 1}, {0.5, -2}};
    long[] sizes = {10, 4, 1, 5};
    double step = 0.02;
    double sum = 0;
    for (double x = -8; x < 9; x += step) {
      for (double y = -10; y < 9; y += step) {
        double largest = 0;
        for (int cloud = 0; cloud < 4; cloud++) {
          double own = density(x - centers[cloud][0], 0.9) * density(y - centers[cloud][1], 0.9);
          largest = Math.max(largest, sizes[cloud] / 20.0 * own);
        }
        sum += largest * step * step;
      }
    }
    assertThat(value(clouds(0.9, List.of(10L, 4L, 1L, 5L), centers))).isCloseTo(sum, within(2e-5));
  }

  /** The nearest centre is the best guess; on many samples it gets what is attainable. */
  @Test
  void theNearestOfTheDrawnCentersGetsTheAccuracyOfBlobs() {
    BlobCenters drawn = new BlobCenters.Drawn(5, 2, -3, 3);
    Blobs blobs = new Blobs(new ClassSizes.Total(100_000), drawn, List.of(1.0), true);
    double[][] centers = drawn.place(RandomAlgorithm.NUMPY.start(7));
    Samples samples = blobs.generate(RandomAlgorithm.NUMPY.start(7));
    int right = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      double[] point = samples.inputs().getRow(sample);
      int nearest = 0;
      for (int cloud = 1; cloud < 5; cloud++) {
        boolean nearer =
            MathArrays.distance(point, centers[cloud])
                < MathArrays.distance(point, centers[nearest]);
        nearest = nearer ? cloud : nearest;
      }
      right += nearest == samples.targets().getEntry(sample, 0) ? 1 : 0;
    }
    assertThat(value(blobs)).isLessThan(0.95);
    assertThat((double) right / samples.count()).isCloseTo(value(blobs), within(0.004));
  }

  /** With two squares a side the sign of each coordinate is the best guess of its column. */
  @Test
  void signsGetTheAccuracyOfABoardOfTwo() {
    Checkerboard board = new Checkerboard(200_000, 2, 0.4);
    Samples samples = board.generate(RandomAlgorithm.NUMPY.start(3));
    int right = 0;
    for (int sample = 0; sample < samples.count(); sample++) {
      double[] point = samples.inputs().getRow(sample);
      int told = point[0] > 0 == point[1] > 0 ? 0 : 1;
      right += told == samples.targets().getEntry(sample, 0) ? 1 : 0;
    }
    assertThat(value(board)).isLessThan(0.9);
    assertThat((double) right / samples.count()).isCloseTo(value(board), within(0.004));
  }

  /** Three columns, where the best rule has borders that are not those of the squares. */
  @Test
  void accuracyOfABoardIsTheIntegralOfTheLargerDensity() {
    double step = 0.005;
    double[] even = new double[1200];
    double[] odd = new double[1200];
    for (int i = 0; i < even.length; i++) {
      double x = -3 + (i + 0.5) * step;
      even[i] = column(x, -1) + column(x, 1 - 2.0 / 3);
      odd[i] = column(x, -1.0 / 3);
    }
    double sum = 0;
    for (int i = 0; i < even.length; i++) {
      for (int j = 0; j < even.length; j++) {
        double first = even[i] * even[j] + odd[i] * odd[j];
        sum += Math.max(first, even[i] * odd[j] + odd[i] * even[j]) * step * step;
      }
    }
    assertThat(value(new Checkerboard(10, 3, 0.2))).isCloseTo(sum, within(1e-4));
  }

  /** The density of a coordinate that comes from a column, by the middles of 200 strips. */
  private static double column(double x, double left) {
    double width = 2.0 / 3 / 200;
    double sum = 0;
    for (int strip = 0; strip < 200; strip++) {
      sum += density(x - left - (strip + 0.5) * width, 0.2) * width / 2;
    }
    return sum;
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
        new Classification(10, features, four, places, 0.2, true)
            .attainable(RandomAlgorithm.NUMPY.start(7))
            .orElseThrow();
    assertThat(limit.value()).isCloseTo(1 - 0.2 * 3 / 4, within(1e-15));
    assertThat(limit.reached()).isFalse();
    assertThat(
            new Classification(10, features, four, places, 0, true)
                .attainable(RandomAlgorithm.NUMPY.start(7)))
        .isEmpty();
  }

  @Test
  void aLimitIsANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attainable(Attainable.Measure.MSE, Double.NaN, true, ""))
        .withMessageContaining("limit NaN");
  }
}
