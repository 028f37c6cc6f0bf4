package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generators and tables that do not come from scikit-learn. */
class OwnGeneratorTest {
  private static RandomStream stream() {
    return RandomAlgorithm.NUMPY.start(7);
  }

  private static Samples made(Generator generator) {
    return generator.generate(stream());
  }

  static Stream<Generator> generators() {
    return Stream.of(
        new Spirals(2, 5, 0.1),
        new TwoSpirals(5, 0.1),
        new Checkerboard(50, 3, 0.1),
        new Parity(4, 20, 0.1),
        new PolynomialRegression(5, List.of(1.0, 2.0), 0, 1, 0.1),
        new Teacher(30, List.of(3, 4, 2), Teacher.Activation.RELU, 2, Teacher.Targets.VALUES, 0.1),
        new Teacher(90, List.of(3, 4, 2), Teacher.Activation.TANH, 1, Teacher.Targets.CLASSES, 0),
        new Iris(List.of("petal_width", "sepal_length")),
        new Longley(Longley.INPUTS));
  }

  @ParameterizedTest
  @MethodSource("generators")
  void shapeIsKnownBeforehand(Generator generator) {
    Samples samples = made(generator);
    DataShape shape = generator.shape();
    assertThat(shape.samples()).isEqualTo(samples.count());
    assertThat(shape.inputs()).isEqualTo(samples.inputs().getColumnDimension());
    assertThat(shape.targets()).isEqualTo(samples.targets().getColumnDimension());
    assertThat(shape.classes()).isEqualTo(ClassNumbers.count(samples.targets()));
  }

  @ParameterizedTest
  @EnumSource(RandomAlgorithm.class)
  void everyFamilyOfStreamsGivesTheSameSamplesForTheSameSeed(RandomAlgorithm family) {
    generators()
        .forEach(
            generator ->
                assertThat(generator.generate(family.start(3)))
                    .isEqualTo(generator.generate(family.start(3))));
  }

  /** Lang and Witbrock's first points: (0, 6.5) of class 1, and its opposite. */
  @Test
  void twoSpiralsAreThoseOfLangAndWitbrock() {
    Samples samples = made(new TwoSpirals(97, 0));
    assertThat(samples.count()).isEqualTo(194);
    assertThat(samples.inputs().getRow(0)).containsExactly(0, 6.5);
    assertThat(samples.inputs().getRow(1)).containsExactly(-0.0, -6.5);
    assertThat(samples.targets().getColumn(0)).startsWith(1, 0, 1, 0);
    double radius = 6.5 * (104 - 8) / 104;
    assertThat(samples.inputs().getRow(16))
        .containsExactly(new double[] {radius, 0}, within(1e-15));
    assertThat(samples.inputs().getRow(192)).containsExactly(new double[] {0, 0.5}, within(1e-14));
  }

  @Test
  void parityOfTwoBitsIsTheExclusiveOr() {
    assertThat(made(new Parity(2, 7, 0.3))).isEqualTo(made(new Xor(7, 0.3)));
  }

  @Test
  void parityCountsTheOnesOfEveryPattern() {
    Samples samples = made(new Parity(3, 8, 0));
    assertThat(samples.targets().getColumn(0)).containsExactly(0, 1, 1, 0, 1, 0, 0, 1);
    assertThat(samples.inputs().getRow(4)).containsExactly(1, 0, 0);
  }

  @Test
  void checkerboardHasTheClassesOfItsSquares() {
    Samples samples = made(new Checkerboard(200, 4, 0));
    for (int sample = 0; sample < samples.count(); sample++) {
      double[] point = samples.inputs().getRow(sample);
      int column = (int) Math.floor(point[0] * 2);
      int row = (int) Math.floor(point[1] * 2);
      assertThat(samples.targets().getEntry(sample, 0)).isEqualTo(Math.floorMod(column + row, 2));
    }
    RandomStream draws = stream();
    assertThat(samples.inputs().getRow(0))
        .containsExactly(draws.uniform(-1, 1), draws.uniform(-1, 1));
  }

  /** 1 - 2x² + x³ at -1, 0, 1 and 2. */
  @Test
  void polynomialIsThatOfItsCoefficients() {
    Generator cubic = new PolynomialRegression(4, List.of(1.0, 0.0, -2.0, 1.0), -1, 2, 0);
    assertThat(made(cubic).inputs().getColumn(0)).containsExactly(-1, 0, 1, 2);
    assertThat(made(cubic).targets().getColumn(0)).containsExactly(-2, 1, 0, 1);
  }

  /** Two inputs, one hidden unit, one output, worked out by hand. */
  @Test
  void teacherDrawsItsWeightsFirstAndMakesItsTargetsOfThem() {
    Generator teacher =
        new Teacher(1, List.of(2, 1, 1), Teacher.Activation.TANH, 3, Teacher.Targets.VALUES, 0.5);
    RandomStream draws = stream();
    double scale = 3 / Math.sqrt(2);
    double first = draws.normal() * scale;
    double second = draws.normal() * scale;
    double hiddenBias = draws.normal() * scale;
    double last = draws.normal() * 3;
    double outputBias = draws.normal() * 3;
    double x = draws.normal();
    double y = draws.normal();
    double hidden = FastMath.tanh(first * x + second * y + hiddenBias);
    double target = hidden * last + outputBias + 0.5 * draws.normal();
    assertThat(made(teacher).inputs().getRow(0)).containsExactly(x, y);
    assertThat(made(teacher).targets().getEntry(0, 0)).isCloseTo(target, within(1e-14));
  }

  @Test
  void teachersClassIsItsLargestOutput() {
    List<Integer> layers = List.of(2, 3);
    Samples values = made(teacher(layers, Teacher.Targets.VALUES));
    Samples classes = made(teacher(layers, Teacher.Targets.CLASSES));
    for (int sample = 0; sample < values.count(); sample++) {
      double[] outputs = values.targets().getRow(sample);
      int label = (int) classes.targets().getEntry(sample, 0);
      assertThat(outputs[label]).isEqualTo(Arrays.stream(outputs).max().orElseThrow());
    }
    Samples one = made(teacher(List.of(2, 1), Teacher.Targets.VALUES));
    Samples signs = made(teacher(List.of(2, 1), Teacher.Targets.CLASSES));
    for (int sample = 0; sample < one.count(); sample++) {
      double label = one.targets().getEntry(sample, 0) > 0 ? 1 : 0;
      assertThat(signs.targets().getEntry(sample, 0)).isEqualTo(label);
    }
  }

  private static Generator teacher(List<Integer> layers, Teacher.Targets targets) {
    return new Teacher(40, layers, Teacher.Activation.RELU, 1, targets, 0);
  }

  /** The means of Fisher's table II. */
  @Test
  void irisesHaveFishersMeans() {
    Samples irises = made(new Iris(Iris.INPUTS));
    double[][] means = {
      {5.006, 3.428, 1.462, 0.246}, {5.936, 2.770, 4.260, 1.326}, {6.588, 2.974, 5.552, 2.026}
    };
    for (int species = 0; species < means.length; species++) {
      for (int input = 0; input < 4; input++) {
        double sum = 0;
        for (int flower = 50 * species; flower < 50 * (species + 1); flower++) {
          assertThat(irises.targets().getEntry(flower, 0)).isEqualTo(species);
          sum += irises.inputs().getEntry(flower, input);
        }
        assertThat(sum / 50).isCloseTo(means[species][input], within(1e-12));
      }
    }
  }

  @Test
  void twoIrisesAreFishersAndNotThoseOfTheCommonCopy() {
    Samples irises = made(new Iris(Iris.INPUTS));
    assertThat(irises.inputs().getRow(34)).containsExactly(4.9, 3.1, 1.5, 0.2);
    assertThat(irises.inputs().getRow(37)).containsExactly(4.9, 3.6, 1.4, 0.1);
  }

  @Test
  void inputsComeInTheOrderInWhichTheyAreNamed() {
    Samples irises = made(new Iris(List.of("petal_width", "sepal_length")));
    assertThat(irises.inputs().getRow(0)).containsExactly(0.2, 5.1);
    assertThat(made(new Longley(List.of("year"))).inputs().getRow(15)).containsExactly(1962);
  }

  /** The coefficients that the National Institute of Standards and Technology certifies. */
  @Test
  void regressionOnLongleysTableGivesTheCertifiedCoefficients() {
    double[] certified = {
      -3482258.63459582,
      15.0618722713733,
      -0.0358191792925910,
      -2.02022980381683,
      -1.03322686717359,
      -0.0511041056535807,
      1829.15146461355
    };
    Samples table = made(new Longley(Longley.INPUTS));
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(table.targets().getColumn(0), table.inputs().getData());
    double[] found = regression.estimateRegressionParameters();
    for (int column = 0; column < certified.length; column++) {
      assertThat(found[column] / certified[column]).isCloseTo(1, within(1e-7));
    }
  }
}
