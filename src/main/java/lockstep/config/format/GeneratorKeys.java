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
              "Two noisy circles, one within the other, as scikit-learn's make_circles."
                  + " Class 0 is at (cos t, sin t), class 1 at factor (cos t, sin t), with t"
                  + " evenly spaced over a turn."),
          new Option<>(
              "moons",
              Moons.class,
              () -> MoonKeys.BLOCK,
              "Two interleaved half circles, as scikit-learn's make_moons."
                  + " Class 0 is at (cos t, sin t), class 1 at (1 - cos t, 1/2 - sin t), with t"
                  + " evenly spaced over [0, pi]."),
          new Option<>(
              "blobs",
              Blobs.class,
              () -> BlobKeys.BLOCK,
              "Normally distributed clouds, as scikit-learn's make_blobs."
                  + " A point is its center plus std times standard normal numbers."),
          new Option<>(
              "classification",
              Classification.class,
              () -> ClassificationKeys.BLOCK,
              "Normal clusters on the corners of a hypercube, as scikit-learn's"
                  + " make_classification."
                  + " Each cluster has its own random covariance (Guyon, 2003)."),
          new Option<>(
              "gaussian_quantiles",
              GaussianQuantiles.class,
              () -> QuantileKeys.BLOCK,
              "A normal cloud cut into rings, as scikit-learn's make_gaussian_quantiles."
                  + " Each class has equally many of the points in the order of their distance"
                  + " from the centre."),
          new Option<>(
              "hastie_10_2",
              Hastie.class,
              () -> HastieKeys.BLOCK,
              "Ten normal inputs, two classes by their distance, as scikit-learn's"
                  + " make_hastie_10_2."
                  + " The second class is where sum(x_i^2) is above 9.34 (Hastie, Tibshirani and"
                  + " Friedman, The Elements of Statistical Learning, 2009, equation 10.2)."),
          new Option<>(
              "spirals",
              Spirals.class,
              () -> SpiralKeys.ARMED,
              "Spiral arms around the origin, as in Stanford's course CS231n."
                  + " Arm j is at (r sin t, r cos t), with r evenly spaced over [0, 1] and t over"
                  + " [4 j, 4 (j + 1)]."),
          new Option<>(
              "two_spirals",
              TwoSpirals.class,
              () -> SpiralKeys.TWO,
              "Lang and Witbrock's two spirals, wound into each other three times."
                  + " Point i of 0 to 96 is at (r sin f, r cos f) with f = pi i / 16 and r = 6.5"
                  + " (104 - i) / 104, that of the other class opposite (Lang and"
                  + " Witbrock, 1988)."),
          new Option<>(
              "checkerboard",
              Checkerboard.class,
              () -> CheckerboardKeys.BLOCK,
              "Points on a board of squares of two classes."
                  + " They are uniform in [-1, 1) x [-1, 1), and the square in column i and row j"
                  + " is of class (i + j) mod 2."),
          new Option<>(
              "parity",
              Parity.class,
              () -> ParityKeys.BLOCK,
              "Whether an odd number of bits is 1."
                  + " All patterns in turn (Minsky and Papert, Perceptrons, 1969)."),
          new Option<>(
              "xor",
              Xor.class,
              () -> XorKeys.BLOCK,
              "The exclusive or of two inputs."
                  + " (0, 0), (0, 1), (1, 0) and (1, 1) in turn, of the classes 0, 1, 1 and 0"
                  + " (Minsky and Papert, Perceptrons, 1969)."),
          new Option<>(
              "linear",
              LinearRegression.class,
              () -> LinearKeys.BLOCK,
              "A linear function of normal inputs, for regression."
                  + " y = intercept + c_1 x_1 + ... + c_m x_m + noise."),
          new Option<>(
              "sine",
              SineRegression.class,
              () -> SineKeys.BLOCK,
              "The sine of one input, for regression."
                  + " y = sin x + noise, with x evenly spaced from low to high."),
          new Option<>(
              "polynomial",
              PolynomialRegression.class,
              () -> PolynomialKeys.BLOCK,
              "A polynomial of one input, for regression."
                  + " y = c_0 + c_1 x + c_2 x^2 + ... + noise, with x evenly spaced from low to"
                  + " high."),
          new Option<>(
              "teacher",
              Teacher.class,
              () -> TeacherKeys.BLOCK,
              "What a random network makes of normal inputs, for regression or classes."
                  + " Weights and biases of a layer are normal with the deviation gain / sqrt(in)"
                  + " (Gardner and Derrida, Journal of Physics A 22, 1989)."),
          new Option<>(
              "regression",
              Regression.class,
              () -> RegressionKeys.BLOCK,
              "A random linear function of some inputs, as scikit-learn's make_regression."
                  + " y = bias + sum(c_i x_i) + noise over the informative inputs, with c_i"
                  + " uniform in [0, 100)."),
          new Option<>(
              "friedman1",
              Friedman.First.class,
              () -> FriedmanKeys.FIRST,
              "Friedman's first problem, a sine, a square and two lines, as scikit-learn's"
                  + " make_friedman1."
                  + " y = 10 sin(pi x_1 x_2) + 20 (x_3 - 1/2)^2 + 10 x_4 + 5 x_5 + noise, with x"
                  + " uniform in [0, 1) (Friedman, Annals of Statistics 19, 1991)."),
          new Option<>(
              "friedman2",
              Friedman.Second.class,
              () -> FriedmanKeys.SECOND,
              "Friedman's second problem, the impedance of a circuit, as scikit-learn's"
                  + " make_friedman2."
                  + " y = sqrt(x_1^2 + (x_2 x_3 - 1 / (x_2 x_4))^2) + noise (Friedman, Annals of"
                  + " Statistics 19, 1991)."),
          new Option<>(
              "friedman3",
              Friedman.Third.class,
              () -> FriedmanKeys.THIRD,
              "Friedman's third problem, the phase angle of a circuit, as scikit-learn's"
                  + " make_friedman3."
                  + " y = arctan((x_2 x_3 - 1 / (x_2 x_4)) / x_1) + noise (Friedman, Annals of"
                  + " Statistics 19, 1991)."),
          new Option<>(
              "swiss_roll",
              SwissRoll.class,
              () -> ManifoldKeys.SWISS_ROLL,
              "Points on a rolled sheet, whose position along the roll is the target, as"
                  + " scikit-learn's make_swiss_roll."
                  + " A point is (t cos t, h, t sin t), with t uniform in [3 pi / 2, 9 pi / 2) and"
                  + " h in [0, 21)."),
          new Option<>(
              "s_curve",
              SCurve.class,
              () -> ManifoldKeys.S_CURVE,
              "Points on a sheet bent like an S, whose position along it is the target, as"
                  + " scikit-learn's make_s_curve."
                  + " A point is (sin t, h, sgn(t) (cos t - 1)), with t uniform in [-3 pi / 2, 3"
                  + " pi / 2) and h in [0, 2)."),
          new Option<>(
              "iris",
              Iris.class,
              () -> PublishedDataKeys.IRIS,
              "Fisher's irises of 1936: four lengths of 150 flowers of three species."
                  + " Annals of Eugenics 7, table I."),
          new Option<>(
              "longley",
              Longley.class,
              () -> PublishedDataKeys.LONGLEY,
              "Longley's employment figures of 1947 to 1962, for regression."
                  + " Journal of the American Statistical Association 62, 1967."),
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
