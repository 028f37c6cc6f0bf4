package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final BlobCenters ORIGIN = new BlobCenters.Given(List.of(List.of(0.0, 0.0)));

  private static RandomStream stream(long seed) {
    return RandomAlgorithm.NUMPY.start(seed);
  }

  private static double[][] inputs(Generator generator, long seed) {
    return generator.generate(stream(seed)).inputs().getData();
  }

  private static double[] targets(Generator generator, long seed) {
    return generator.generate(stream(seed)).targets().getColumn(0);
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int row = 0; row < expected.length; row++) {
      assertThat(actual[row]).containsExactly(expected[row], within(1e-14));
    }
  }

  /** make_circles(n_samples=1, factor=0.0, noise=0.1, random_state=1). */
  @Test
  void oneSampleIsOnTheInnerCircle() {
    Generator circles = new Circles(1, 0, 0.1, true);
    assertClose(inputs(circles, 1), new double[][] {{0.16243453636632418, -0.06117564136500754}});
    assertThat(targets(circles, 1)).containsExactly(1);
  }

  /** make_moons(n_samples=3, noise=0.5, shuffle=False, random_state=1). */
  @Test
  void moonsInOrderBeginWithTheUpperOne() {
    Generator moons = new Moons(3, 0.5, false);
    assertClose(
        inputs(moons, 1),
        new double[][] {
          {1.8121726818316208, -0.3058782068250377},
          {-0.26408587613172785, -0.03648431107808525},
          {2.4327038146623394, -0.6507693484401414}
        });
    assertThat(targets(moons, 1)).containsExactly(0, 1, 1);
  }

  /** make_blobs(5, 1, centers=2, center_box=(0, 1), cluster_std=[0, 2], shuffle=False) seed 3. */
  @Test
  void blobsWithoutDeviationAreTheirCentersAndTheFirstOnesAreLarger() {
    Generator blobs =
        new Blobs(
            new ClassSizes.Total(5), new BlobCenters.Drawn(2, 1, 0, 1), List.of(0.0, 2.0), false);
    assertClose(
        inputs(blobs, 3),
        new double[][] {
          {0.5507979025745755},
          {0.5507979025745755},
          {0.5507979025745755},
          {-0.0013701359198686758},
          {0.5426648596531853}
        });
    assertThat(targets(blobs, 3)).containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void xorRepeatsItsFourPoints() {
    Generator xor = new Xor(5, 0);
    assertThat(inputs(xor, 0))
        .isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 0}});
    assertThat(targets(xor, 0)).containsExactly(0, 1, 1, 0, 0);
  }

  @Test
  void xorNoiseIsDrawnPointByPoint() {
    RandomStream normals = stream(8);
    double[][] noisy = inputs(new Xor(2, 0.5), 8);
    assertThat(noisy[0]).containsExactly(0.5 * normals.normal(), 0.5 * normals.normal());
    assertThat(noisy[1]).containsExactly(0.5 * normals.normal(), 1 + 0.5 * normals.normal());
  }

  @Test
  void linearTargetsAreTheStatedFunctionOfNormalInputs() {
    Generator linear =
        new LinearRegression(2, new Coefficients.Given(List.of(2.0, -1.0)), 0.5, 0.25);
    RandomStream normals = stream(4);
    double[][] expected = {
      {normals.normal(), normals.normal()}, {normals.normal(), normals.normal()}
    };
    assertThat(inputs(linear, 4)).isDeepEqualTo(expected);
    assertThat(targets(linear, 4))
        .containsExactly(
            0.5 + 2 * expected[0][0] - expected[0][1] + 0.25 * normals.normal(),
            0.5 + 2 * expected[1][0] - expected[1][1] + 0.25 * normals.normal());
  }

  @Test
  void linearCoefficientsAreDrawnFirst() {
    RandomStream draws = stream(4);
    double slope = draws.uniform(-1, 1);
    Generator linear = new LinearRegression(1, new Coefficients.Drawn(1), 0, 0);
    assertThat(targets(linear, 4)).containsExactly(slope * draws.normal());
    assertThat(linear.shape()).isEqualTo(new DataShape(1, 1, 1, 0));
  }

  @Test
  void sineInputsAreEvenlySpaced() {
    Generator sine = new SineRegression(3, 0, Math.PI, 0);
    assertThat(inputs(sine, 0)).isDeepEqualTo(new double[][] {{0}, {Math.PI / 2}, {Math.PI}});
    assertThat(targets(sine, 0)).containsExactly(new double[] {0, 1, 0}, within(1e-15));
    assertThat(targets(new SineRegression(1, 0, 1, 2), 6)).containsExactly(2 * stream(6).normal());
  }

  static Stream<Generator> withoutNoiseAndShuffle() {
    return Stream.of(
        new Circles(10, 0.5, 0, false),
        new Moons(10, 0, false),
        new Xor(10, 0),
        new SineRegression(10, 0, 1, 0),
        new Rows(List.of(List.of(1.0)), List.of(List.of(0.0))));
  }

  @ParameterizedTest
  @MethodSource("withoutNoiseAndShuffle")
  void whatNeedsNoRandomNumbersDrawsNone(Generator generator) {
    RandomStream stream = stream(0);
    generator.generate(stream);
    assertThat(stream.normal()).isEqualTo(stream(0).normal());
  }

  @Test
  void rowsAreClassesOnlyIfEveryNumberBelowTheLargestOccurs() {
    assertThat(classes(0, 1, 0, 2)).isEqualTo(3);
    assertThat(classes(0, 0)).isEqualTo(1);
    assertThat(classes(1, 2, 1)).isZero();
    assertThat(classes(0, 2)).isZero();
    assertThat(classes(0, 0.5)).isZero();
    assertThat(classes(0, -1)).isZero();
    assertThat(classes(0, 1e9)).isZero();
    List<List<Double>> two = List.of(List.of(0.0, 1.0), List.of(1.0, 0.0));
    assertThat(new Rows(two, two).shape()).isEqualTo(new DataShape(2, 2, 2, 0));
  }

  private static int classes(double... targets) {
    List<List<Double>> rows = Stream.of(boxed(targets)).map(List::of).toList();
    return new Rows(rows, rows).shape().classes();
  }

  private static Double[] boxed(double... numbers) {
    return Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }

  @Test
  void enormousSizesHaveAShapeButAreNotGenerated() {
    long samples = Long.MAX_VALUE;
    for (Generator generator :
        List.of(
            new Circles(samples, 0, 0, true),
            new Moons(samples, 0, true),
            new Xor(samples, 0),
            new SineRegression(samples, 0, 1, 0),
            new LinearRegression(samples, new Coefficients.Drawn(1), 0, 0),
            new Hastie(samples, Hastie.Labels.CLASSES),
            new Spirals(3, samples, 0),
            new TwoSpirals(samples, 0),
            new Checkerboard(samples, 2, 0),
            new Parity(3, samples, 0),
            new Friedman.Second(samples, 0),
            new SwissRoll(samples, 0, true),
            new SCurve(samples, 0),
            new Blobs(new ClassSizes.Total(samples), ORIGIN, List.of(1.0), true))) {
      assertThat(generator.shape().samples()).isEqualTo(samples);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> generator.generate(stream(0)))
          .withMessageContaining("9223372036854775807 samples");
    }
    List<Long> sizes = List.of(2147483647L, 2147483647L);
    assertThat(new ClassSizes.PerClass(sizes).total()).isEqualTo(4294967294L);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("samples 0 is not at least 1", () -> new Circles(0, 0.5, 0, true)),
        refusal("3 numbers of samples for 2", () -> new Circles(sizes(1, 2, 3), 0.5, 0, true)),
        refusal("1 numbers of samples for 2", () -> new Moons(sizes(1), 0, true)),
        refusal("factor 1.0 is not in [0, 1)", () -> new Circles(1, 1, 0, true)),
        refusal("factor -0.1 is not", () -> new Circles(1, -0.1, 0, true)),
        refusal("factor NaN", () -> new Circles(1, NAN, 0, true)),
        refusal("noise -1.0", () -> new Circles(1, 0.5, -1, true)),
        refusal("noise NaN", () -> new Circles(1, 0.5, NAN, true)),
        refusal("noise Infinity", () -> new Moons(1, INFINITE, true)),
        refusal("samples -1", () -> new Moons(-1, 0, true)),
        refusal("samples 0", () -> new Xor(0, 0)),
        refusal("noise NaN", () -> new Xor(4, NAN)),
        refusal("samples 0", () -> new SineRegression(0, 0, 1, 0)),
        refusal("range from NaN", () -> new SineRegression(1, NAN, 1, 0)),
        refusal("range to Infinity", () -> new SineRegression(1, 0, INFINITE, 0)),
        refusal("range [1.0, 1.0]", () -> new SineRegression(1, 1, 1, 0)),
        refusal("range [-1e+308, 1e+308]", () -> new SineRegression(1, -1e308, 1e308, 0)),
        refusal("noise NaN", () -> new SineRegression(1, 0, 1, NAN)),
        refusal("samples 0", () -> linear(0, 0, 0)),
        refusal("intercept NaN", () -> linear(1, NAN, 0)),
        refusal("noise -1.0", () -> linear(1, 0, -1)),
        refusal("features 0", () -> new Coefficients.Drawn(0)),
        refusal("coefficients has no numbers", () -> new Coefficients.Given(List.of())),
        refusal("coefficients row 1: NaN", () -> new Coefficients.Given(List.of(NAN))),
        refusal("samples 0", () -> new ClassSizes.Total(0)),
        refusal("samples 0", () -> new ClassSizes.PerClass(List.of(0L))),
        refusal("samples 2147483648", () -> new ClassSizes.PerClass(List.of(1L << 31))),
        refusal("centers 0", () -> new BlobCenters.Drawn(0, 1, 0, 1)),
        refusal("features 0", () -> new BlobCenters.Drawn(1, 0, 0, 1)),
        refusal("center box [1.0, 0.0]", () -> new BlobCenters.Drawn(1, 1, 1, 0)),
        refusal("centers has no numbers", () -> new BlobCenters.Given(List.of())),
        refusal("deviation -1.0", () -> blobs(List.of(-1.0))),
        refusal("deviation NaN", () -> blobs(List.of(NAN))),
        refusal("2 deviations for 1 centers", () -> blobs(List.of(1.0, 1.0))),
        refusal("0 deviations for 1 centers", () -> blobs(List.of())),
        refusal("samples 2 are fewer than the 3 centers", () -> twoSamplesForThreeCenters()),
        refusal("2 sizes for 1 centers", () -> twoSizes()),
        refusal("inputs has no numbers", () -> rows(List.of(), List.of())),
        refusal("inputs has no numbers", () -> rows(List.of(List.of()), List.of())),
        refusal("inputs row 2 has 2", () -> rows(ragged(), List.of(List.of(1.0)))),
        refusal("targets row 1: NaN", () -> rows(column(1), List.of(List.of(NAN)))),
        refusal("2 rows of inputs but 1 of targets", () -> rows(column(2), column(1))));
  }

  static Stream<Arguments> furtherRefusals() {
    return Stream.concat(classRefusals(), regressionRefusals());
  }

  private static Stream<Arguments> classRefusals() {
    return Stream.of(
        refusal("features 0", () -> new FeatureCounts(0, 1, 0, 0)),
        refusal("informative 0", () -> new FeatureCounts(1, 0, 0, 0)),
        refusal("redundant -1 is negative", () -> new FeatureCounts(1, 1, -1, 0)),
        refusal("repeated -1 is negative", () -> new FeatureCounts(1, 1, 0, -1)),
        refusal("repeated are 4 of 3 features", () -> new FeatureCounts(3, 2, 1, 1)),
        refusal("classes 0", () -> new ClusterLayout(0, 1, List.of())),
        refusal("clusters per class 0", () -> new ClusterLayout(1, 0, List.of())),
        refusal("are too many", () -> new ClusterLayout(1 << 16, 1 << 16, List.of())),
        refusal("2 weights for 4 classes", () -> new ClusterLayout(4, 1, List.of(0.1, 0.1))),
        refusal("weight -0.1", () -> new ClusterLayout(2, 1, List.of(-0.1))),
        refusal("weight NaN", () -> new ClusterLayout(2, 1, List.of(NAN))),
        refusal("the sum 1.1 is above 1", () -> new ClusterLayout(2, 1, List.of(0.6, 0.5))),
        refusal("separation NaN", () -> places(NAN, ClusterPlaces.DEFAULT_SHIFT)),
        refusal("flip 1.5 is not in [0, 1]", () -> classification(1, 1.5, 4)),
        refusal("flip NaN", () -> classification(1, NAN, 4)),
        refusal("samples 0", () -> classification(0, 0, 4)),
        refusal("5 clusters are more than 2 to the power of 2", () -> classification(1, 0, 5)),
        refusal("2 numbers of shift for 3 features", () -> twoShiftsForThreeFeatures()),
        refusal("number Infinity", () -> new FeatureNumbers.Same(INFINITE)),
        refusal("numbers row 1: NaN", () -> new FeatureNumbers.Each(List.of(NAN))),
        refusal("classes 0", () -> quantiles(1, 0, 1)),
        refusal("samples 2 are fewer than the 3 classes", () -> quantiles(2, 3, 1)),
        refusal("variance -1.0", () -> quantiles(3, 3, -1)),
        refusal("mean has no numbers", () -> new GaussianQuantiles(1, 1, List.of(), 1, true)),
        refusal("samples 0", () -> new Hastie(0, Hastie.Labels.SIGNS)),
        refusal("arms 0", () -> new Spirals(0, 1, 0)),
        refusal("per arm 0", () -> new Spirals(1, 0, 0)),
        refusal("noise NaN", () -> new Spirals(1, 1, NAN)),
        refusal("per spiral 0", () -> new TwoSpirals(0, 0)),
        refusal("noise -1.0", () -> new TwoSpirals(1, -1)),
        refusal("samples 0", () -> new Checkerboard(0, 1, 0)),
        refusal("squares 0", () -> new Checkerboard(1, 0, 0)),
        refusal("noise NaN", () -> new Checkerboard(1, 1, NAN)),
        refusal("bits 0 is not in [1, 30]", () -> new Parity(0, 1, 0)),
        refusal("bits 31", () -> new Parity(31, 1, 0)),
        refusal("samples 0", () -> new Parity(1, 0, 0)),
        refusal("noise NaN", () -> new Parity(1, 1, NAN)),
        refusal("inputs [] are not different ones", () -> new Iris(List.of())),
        refusal("inputs [year] are not", () -> new Iris(List.of("year"))));
  }

  private static Stream<Arguments> regressionRefusals() {
    return Stream.of(
        refusal("samples 0", () -> regression(0, 1, 1, 1, 0)),
        refusal("features 0", () -> regression(1, 0, 1, 1, 0)),
        refusal("informative 0", () -> regression(1, 1, 0, 1, 0)),
        refusal("targets 0", () -> regression(1, 1, 1, 0, 0)),
        refusal("noise -1.0", () -> regression(1, 1, 1, 1, -1)),
        refusal("bias NaN", () -> new Regression(1, 1, 1, 1, NAN, Optional.empty(), 0, true)),
        refusal("effective rank 0", () -> new LowRank(0, 0.5)),
        refusal("tail strength 1.5", () -> new LowRank(1, 1.5)),
        refusal("features 4 is not at least 5", () -> new Friedman.First(1, 4, 0)),
        refusal("samples 0", () -> new Friedman.First(0, 5, 0)),
        refusal("noise NaN", () -> new Friedman.First(1, 5, NAN)),
        refusal("samples 0", () -> new Friedman.Second(0, 0)),
        refusal("noise -1.0", () -> new Friedman.Second(1, -1)),
        refusal("samples 0", () -> new Friedman.Third(0, 0)),
        refusal("noise -1.0", () -> new Friedman.Third(1, -1)),
        refusal("samples 0", () -> new SwissRoll(0, 0, false)),
        refusal("noise NaN", () -> new SwissRoll(1, NAN, true)),
        refusal("samples 0", () -> new SCurve(0, 0)),
        refusal("noise NaN", () -> new SCurve(1, NAN)),
        refusal("samples 0", () -> polynomial(0, List.of(1.0), 0, 1)),
        refusal("coefficients has no numbers", () -> polynomial(1, List.of(), 0, 1)),
        refusal("range [1.0, 0.0]", () -> polynomial(1, List.of(1.0), 1, 0)),
        refusal("samples 0", () -> teacher(0, List.of(1, 1), 1, 0)),
        refusal("layers [3] are fewer than two", () -> teacher(1, List.of(3), 1, 0)),
        refusal("layer 0", () -> teacher(1, List.of(1, 0, 1), 1, 0)),
        refusal("layer 4097 is not in [1, 4096]", () -> teacher(1, List.of(4097, 1), 1, 0)),
        refusal("gain 0.0", () -> teacher(1, List.of(1, 1), 0, 0)),
        refusal("gain NaN", () -> teacher(1, List.of(1, 1), NAN, 0)),
        refusal("noise -1.0", () -> teacher(1, List.of(1, 1), 1, -1)),
        refusal("inputs [year, year]", () -> new Longley(List.of("year", "year"))),
        refusal("inputs [employed]", () -> new Longley(List.of("employed"))));
  }

  private static ClassSizes sizes(long... sizes) {
    return new ClassSizes.PerClass(Arrays.stream(sizes).boxed().toList());
  }

  private static ClusterPlaces places(double separation, FeatureNumbers shift) {
    return new ClusterPlaces(separation, true, shift, ClusterPlaces.DEFAULT_SCALE);
  }

  private static Generator classification(long samples, double flip, int classes) {
    FeatureCounts features = new FeatureCounts(2, 2, 0, 0);
    ClusterLayout clusters = new ClusterLayout(classes, 1, List.of());
    ClusterPlaces places = places(1, ClusterPlaces.DEFAULT_SHIFT);
    return new Classification(samples, features, clusters, places, flip, true);
  }

  private static Generator twoShiftsForThreeFeatures() {
    FeatureNumbers two = new FeatureNumbers.Each(List.of(1.0, 2.0));
    ClusterLayout clusters = new ClusterLayout(2, 1, List.of());
    FeatureCounts three = new FeatureCounts(3, 3, 0, 0);
    return new Classification(1, three, clusters, places(1, two), 0, true);
  }

  private static Generator quantiles(long samples, int classes, double variance) {
    return new GaussianQuantiles(samples, classes, List.of(0.0), variance, true);
  }

  private static Generator regression(
      long samples, int features, int informative, int targets, double noise) {
    return new Regression(
        samples, features, informative, targets, 0, Optional.empty(), noise, true);
  }

  private static Generator polynomial(
      long samples, List<Double> coefficients, double low, double high) {
    return new PolynomialRegression(samples, coefficients, low, high, 0);
  }

  private static Generator teacher(long samples, List<Integer> layers, double gain, double noise) {
    return new Teacher(
        samples, layers, Teacher.Activation.TANH, gain, Teacher.Targets.VALUES, noise);
  }

  private static Arguments refusal(String message, Supplier<Object> making) {
    return Arguments.of(message, making);
  }

  private static Generator linear(long samples, double intercept, double noise) {
    return new LinearRegression(samples, new Coefficients.Drawn(1), intercept, noise);
  }

  private static Generator blobs(List<Double> deviations) {
    return new Blobs(new ClassSizes.Total(1), ORIGIN, deviations, true);
  }

  private static Generator twoSizes() {
    return new Blobs(new ClassSizes.PerClass(List.of(1L, 1L)), ORIGIN, List.of(1.0), true);
  }

  private static Generator twoSamplesForThreeCenters() {
    BlobCenters centers = new BlobCenters.Drawn(3, 1, 0, 1);
    return new Blobs(new ClassSizes.Total(2), centers, List.of(1.0), true);
  }

  private static Generator rows(List<List<Double>> inputs, List<List<Double>> targets) {
    return new Rows(inputs, targets);
  }

  private static List<List<Double>> ragged() {
    return List.of(List.of(1.0), List.of(1.0, 2.0));
  }

  private static List<List<Double>> column(int rows) {
    return Collections.nCopies(rows, List.of(1.0));
  }

  @ParameterizedTest
  @MethodSource({"refusals", "furtherRefusals"})
  void whatCannotBeIsRefusedWithPlaceAndValue(String message, Supplier<Object> making) {
    assertThatIllegalArgumentException().isThrownBy(making::get).withMessageContaining(message);
  }
}
