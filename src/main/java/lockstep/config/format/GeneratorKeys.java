package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Tagged;
import lockstep.config.binding.Words;
import lockstep.data.Blobs;
import lockstep.data.Checkerboard;
import lockstep.data.Circles;
import lockstep.data.Classification;
import lockstep.data.CsvTable;
import lockstep.data.Friedman;
import lockstep.data.GaussianQuantiles;
import lockstep.data.Generator;
import lockstep.data.Hastie;
import lockstep.data.Iris;
import lockstep.data.LinearRegression;
import lockstep.data.Longley;
import lockstep.data.Moons;
import lockstep.data.Parity;
import lockstep.data.PolynomialRegression;
import lockstep.data.Regression;
import lockstep.data.Rows;
import lockstep.data.SCurve;
import lockstep.data.SineRegression;
import lockstep.data.Spirals;
import lockstep.data.SwissRoll;
import lockstep.data.Teacher;
import lockstep.data.TwoSpirals;
import lockstep.data.Xor;

/** The table of generators; each has a class of keys of its own. */
public final class GeneratorKeys {
  /** The generators: a row for each. */
  private static final List<Option<? extends Generator>> GENERATORS =
      List.of(
          new Option<>(
              "circles",
              Circles.class,
              () -> CircleKeys.BLOCK,
              "Two noisy circles, one within the other, as scikit-learn's make_circles."),
          new Option<>(
              "moons",
              Moons.class,
              () -> MoonKeys.BLOCK,
              "Two interleaved half circles, as scikit-learn's make_moons."),
          new Option<>(
              "blobs",
              Blobs.class,
              () -> BlobKeys.BLOCK,
              "Normally distributed clouds, as scikit-learn's make_blobs."),
          new Option<>(
              "classification",
              Classification.class,
              () -> ClassificationKeys.BLOCK,
              "Normal clusters on the corners of a hypercube, as scikit-learn's"
                  + " make_classification."),
          new Option<>(
              "gaussian_quantiles",
              GaussianQuantiles.class,
              () -> QuantileKeys.BLOCK,
              "A normal cloud cut into rings, as scikit-learn's make_gaussian_quantiles."),
          new Option<>(
              "hastie_10_2",
              Hastie.class,
              () -> HastieKeys.BLOCK,
              "Ten normal inputs, two classes by their distance, as scikit-learn's"
                  + " make_hastie_10_2."),
          new Option<>(
              "spirals",
              Spirals.class,
              () -> SpiralKeys.ARMED,
              "Spiral arms around the origin, as in Stanford's course CS231n."),
          new Option<>(
              "two_spirals",
              TwoSpirals.class,
              () -> SpiralKeys.TWO,
              "Lang and Witbrock's two spirals, wound into each other three times."),
          new Option<>(
              "checkerboard",
              Checkerboard.class,
              () -> CheckerboardKeys.BLOCK,
              "Points on a board of squares of two classes."),
          new Option<>(
              "parity",
              Parity.class,
              () -> ParityKeys.BLOCK,
              "Whether an odd number of bits is 1."),
          new Option<>("xor", Xor.class, () -> XorKeys.BLOCK, "The exclusive or of two inputs."),
          new Option<>(
              "linear",
              LinearRegression.class,
              () -> LinearKeys.BLOCK,
              "A linear function of normal inputs, for regression."),
          new Option<>(
              "sine",
              SineRegression.class,
              () -> SineKeys.BLOCK,
              "The sine of one input, for regression."),
          new Option<>(
              "polynomial",
              PolynomialRegression.class,
              () -> PolynomialKeys.BLOCK,
              "A polynomial of one input, for regression."),
          new Option<>(
              "teacher",
              Teacher.class,
              () -> TeacherKeys.BLOCK,
              "What a random network makes of normal inputs, for regression or classes."),
          new Option<>(
              "regression",
              Regression.class,
              () -> RegressionKeys.BLOCK,
              "A random linear function of some inputs, as scikit-learn's make_regression."),
          new Option<>(
              "friedman1",
              Friedman.First.class,
              () -> FriedmanKeys.FIRST,
              "Friedman's first problem, a sine, a square and two lines, as scikit-learn's"
                  + " make_friedman1."),
          new Option<>(
              "friedman2",
              Friedman.Second.class,
              () -> FriedmanKeys.SECOND,
              "Friedman's second problem, the impedance of a circuit, as scikit-learn's"
                  + " make_friedman2."),
          new Option<>(
              "friedman3",
              Friedman.Third.class,
              () -> FriedmanKeys.THIRD,
              "Friedman's third problem, the phase angle of a circuit, as scikit-learn's"
                  + " make_friedman3."),
          new Option<>(
              "swiss_roll",
              SwissRoll.class,
              () -> ManifoldKeys.SWISS_ROLL,
              "Points on a rolled sheet, whose position along the roll is the target, as"
                  + " scikit-learn's make_swiss_roll."),
          new Option<>(
              "s_curve",
              SCurve.class,
              () -> ManifoldKeys.S_CURVE,
              "Points on a sheet bent like an S, whose position along it is the target, as"
                  + " scikit-learn's make_s_curve."),
          new Option<>(
              "iris",
              Iris.class,
              () -> PublishedDataKeys.IRIS,
              "Fisher's irises of 1936: four lengths of 150 flowers of three species."),
          new Option<>(
              "longley",
              Longley.class,
              () -> PublishedDataKeys.LONGLEY,
              "Longley's employment figures of 1947 to 1962, for regression."),
          new Option<>("rows", Rows.class, () -> RowKeys.BLOCK, "Samples written out in the file."),
          new Option<>("csv", CsvTable.class, () -> CsvKeys.BLOCK, "Samples from a CSV file."));

  private static final Key<String> WORD =
      Key.of(
          "generator",
          new Words<>(String.class, words()),
          "Where the samples come from.",
          "circles");

  /** The key {@code generator} with the keys of each generator. */
  public static final Key<Generator> GENERATOR =
      Key.spread(new Tagged<>("a generator", WORD, Generator.class, GENERATORS));

  private GeneratorKeys() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    GENERATORS.forEach(option -> words.put(option.word(), option.word()));
    return words;
  }
}
