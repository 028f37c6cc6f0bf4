package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Tagged;
import lockstep.config.binding.Words;
import lockstep.data.Blobs;
import lockstep.data.Checkerboard;
import lockstep.data.Circles;
import lockstep.data.Classification;
import lockstep.data.CsvTable;
import lockstep.data.DataShape;
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
              "A circle of radius 1 (class 0) around one of radius factor (class 1), points"
                  + " evenly spaced, as scikit-learn's make_circles."),
          new Option<>(
              "moons",
              Moons.class,
              () -> MoonKeys.BLOCK,
              "Two interleaved half circles, (cos t, sin t) of class 0 and (1 - cos t, 1/2 -"
                  + " sin t) of class 1, t evenly spaced over [0, pi], as scikit-learn's"
                  + " make_moons."),
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
                  + " make_classification (Guyon, 2003)."),
          new Option<>(
              "gaussian_quantiles",
              GaussianQuantiles.class,
              () -> QuantileKeys.BLOCK,
              "A normal cloud cut into rings with equally many points, a class each, as"
                  + " scikit-learn's make_gaussian_quantiles."),
          new Option<>(
              "hastie_10_2",
              Hastie.class,
              () -> HastieKeys.BLOCK,
              "Ten normal inputs, of the second class if the sum of their squares is above"
                  + " 9.34, as scikit-learn's make_hastie_10_2 (Hastie, Tibshirani and Friedman,"
                  + " 2009, equation 10.2)."),
          new Option<>(
              "spirals",
              Spirals.class,
              () -> SpiralKeys.ARMED,
              "Spiral arms around the origin, as in Stanford's course CS231n (Karpathy): arm j has"
                  + " the points (r sin t, r cos t), r evenly spaced over [0, 1] and t over [4j,"
                  + " 4(j + 1)]."),
          new Option<>(
              "two_spirals",
              TwoSpirals.class,
              () -> SpiralKeys.TWO,
              "Two spirals, wound into each other three times: (r sin p, r cos p) with p = pi i /"
                  + " 16 and r = 6.5 (104 - i) / 104, i from 0 to 96, and the opposite points (Lang"
                  + " and Witbrock, 1988)."),
          new Option<>(
              "checkerboard",
              Checkerboard.class,
              () -> CheckerboardKeys.BLOCK,
              "Points drawn uniformly on a board over [-1, 1) x [-1, 1) with squares on each"
                  + " side; that in column i and row j, from 0, is of class (i + j) mod 2."),
          new Option<>(
              "parity",
              Parity.class,
              () -> ParityKeys.BLOCK,
              "Class 1 if an odd number of bits is 1, the patterns in the order of the numbers"
                  + " they write (Minsky and Papert, 1969)."),
          new Option<>(
              "xor",
              Xor.class,
              () -> XorKeys.BLOCK,
              "The exclusive or of two inputs: the points (0, 0), (0, 1), (1, 0), (1, 1) of the"
                  + " classes 0, 1, 1, 0, over and over again."),
          new Option<>(
              "linear",
              LinearRegression.class,
              () -> LinearKeys.BLOCK,
              "A linear function of standard normal inputs, for regression: intercept + the sum"
                  + " of coefficient times input."),
          new Option<>(
              "sine",
              SineRegression.class,
              () -> SineKeys.BLOCK,
              "The sine of one input, for regression: sin x at points evenly spaced from low to"
                  + " high."),
          new Option<>(
              "polynomial",
              PolynomialRegression.class,
              () -> PolynomialKeys.BLOCK,
              "A polynomial of one input, for regression: c0 + c1 x + c2 x^2 + ... at points"
                  + " evenly spaced from low to high."),
          new Option<>(
              "teacher",
              Teacher.class,
              () -> TeacherKeys.BLOCK,
              "What a random network makes of standard normal inputs, for regression or classes"
                  + " (Gardner and Derrida, 1989): with noise, the variance of the noise is the"
                  + " least mean squared error that can be expected."),
          new Option<>(
              "regression",
              Regression.class,
              () -> RegressionKeys.BLOCK,
              "A random linear function of some inputs, each slope uniform in [0, 100), as"
                  + " scikit-learn's make_regression."),
          new Option<>(
              "friedman1",
              Friedman.First.class,
              () -> FriedmanKeys.FIRST,
              "Friedman's first problem, 10 sin(pi x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5 of"
                  + " uniform inputs, as scikit-learn's make_friedman1 (Friedman, 1991)."),
          new Option<>(
              "friedman2",
              Friedman.Second.class,
              () -> FriedmanKeys.SECOND,
              "Friedman's second problem, the impedance of a circuit, sqrt(x1^2 + (x2 x3 - 1 /"
                  + " (x2 x4))^2), as scikit-learn's make_friedman2 (Friedman, 1991)."),
          new Option<>(
              "friedman3",
              Friedman.Third.class,
              () -> FriedmanKeys.THIRD,
              "Friedman's third problem, the phase angle of a circuit, atan((x2 x3 - 1 / (x2"
                  + " x4)) / x1), as scikit-learn's make_friedman3 (Friedman, 1991)."),
          new Option<>(
              "swiss_roll",
              SwissRoll.class,
              () -> ManifoldKeys.SWISS_ROLL,
              "Points on a rolled sheet, (t cos t, h, t sin t), t from 3 pi / 2 to 9 pi / 2 and"
                  + " h from 0 to 21, whose position t along the roll is the target, as"
                  + " scikit-learn's make_swiss_roll."),
          new Option<>(
              "s_curve",
              SCurve.class,
              () -> ManifoldKeys.S_CURVE,
              "Points on a sheet bent like an S, (sin t, h, sign(t) (cos t - 1)), t from -3 pi / 2"
                  + " to 3 pi / 2 and h from 0 to 2, whose position t along it is the target, as"
                  + " scikit-learn's make_s_curve."),
          new Option<>(
              "iris",
              Iris.class,
              () -> PublishedDataKeys.IRIS,
              "Fisher's irises: four lengths in centimetres of 50 flowers of each of three"
                  + " species (Fisher, Annals of Eugenics 7, 1936, table I)."),
          new Option<>(
              "longley",
              Longley.class,
              () -> PublishedDataKeys.LONGLEY,
              "Longley's employment figures of the United States of 1947 to 1962, for"
                  + " regression, a row a year (Longley, Journal of the American Statistical"
                  + " Association 62, 1967; NIST's Statistical Reference Datasets)."),
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

  /** How many samples, inputs, targets and classes there are. */
  public static final Aspect<Generator, DataShape> SHAPE =
      new Aspect<>(GENERATOR, Generator::shape);

  private GeneratorKeys() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    GENERATORS.forEach(option -> words.put(option.word(), option.word()));
    return words;
  }
}
