package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions against numbers of 31 digits; {@code bench/accuracy} is the long run, with a table. */
class ElementaryFunctionsTest {
  private static final int POINTS = Integer.getInteger("lockstep.points", 20_000);

  @ParameterizedTest
  @MethodSource("ranges")
  void errorsStayBelowTheLimit(FunctionAccuracy function, Points points) {
    FunctionAccuracy.Worst worst = function.worst(points, POINTS);
    assertThat(worst.error())
        .as("error of %s at %s", function, Double.toHexString(worst.at()))
        .isLessThan(function.limit());
  }

  /** What the errors are measured with is itself checked, at points of the same ranges. */
  @ParameterizedTest
  @MethodSource("ranges")
  void theReferenceHasTwentySevenDigits(FunctionAccuracy function, Points points) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 40; i++) {
      double x = points.draw().applyAsDouble(random);
      BigDecimal exact = function.decimalAt(x);
      BigDecimal error = decimal(function.exactAt(x)).subtract(exact);
      assertThat(error.abs())
          .as("error of %s at %s", function, Double.toHexString(x))
          .isLessThanOrEqualTo(exact.abs().movePointLeft(27));
    }
  }

  static Stream<Arguments> ranges() {
    return Arrays.stream(FunctionAccuracy.values())
        .flatMap(
            function -> function.ranges().stream().map(points -> Arguments.of(function, points)));
  }

  private static BigDecimal decimal(ExactValue value) {
    BigDecimal power = new BigDecimal(2).pow(value.exponent(), new MathContext(60));
    return new BigDecimal(value.scaled().high())
        .add(new BigDecimal(value.scaled().low()))
        .multiply(power);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1.0000000000000004, 2", "0.9999999999999999, 0.5"})
  void errorsAreCountedInUnitsOfTheLastPlace(double value, double ulps) {
    assertThat(ExactValue.of(DoubleDouble.of(1)).ulpsFrom(value)).isEqualTo(ulps);
  }

  @Test
  void errorsOfSubnormalNumbersAreCountedInTheSmallestOne() {
    ExactValue tiny = new ExactValue(DoubleDouble.of(1.5), -1074);
    assertThat(tiny.ulpsFrom(2 * Double.MIN_VALUE)).isEqualTo(0.5);
    assertThat(tiny.ulpsFrom(0)).isEqualTo(1.5);
  }

  @Test
  void notANumberIsTheWorstError() {
    assertThat(ExactValue.of(DoubleDouble.of(1)).ulpsFrom(Double.NaN)).isNaN();
    assertThat(ExactValue.of(DoubleDouble.of(1)).ulpsFrom(Double.POSITIVE_INFINITY)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, 0",
    "-1e308, 0",
    "-746, 0",
    "-745.2, 0",
    "-745.1, 4.9E-324",
    "-0.0, 1",
    "0, 1",
    "4.9E-324, 1",
    "709.782712893384, 1.7976931348622732E308",
    "709.7827128933841, Infinity",
    "1e308, Infinity",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void expAtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.exp(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, NaN",
    "-1, NaN",
    "-4.9E-324, NaN",
    "-0.0, -Infinity",
    "0, -Infinity",
    "1, 0.0",
    "4.9E-324, -744.4400719213812",
    "1.7976931348623157E308, 709.782712893384",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void logAtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.log(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, -1",
    "-23, -1",
    "-0.0, -0.0",
    "0.0, 0.0",
    "4.9E-324, 4.9E-324",
    "1e308, 1",
    "-2.2250738585072014E-308, -2.2250738585072014E-308",
    "Infinity, 1",
    "NaN, NaN"
  })
  void tanhAtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.tanh(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, 0",
    "-746, 0",
    "-745.1, 4.9E-324",
    "-0.0, 0.5",
    "0, 0.5",
    "40, 1",
    "1e308, 1",
    "Infinity, 1",
    "NaN, NaN"
  })
  void sigmoidAtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.sigmoid(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, -1",
    "-6, -1",
    "-0.0, -0.0",
    "0.0, 0.0",
    "4.9E-324, 4.9E-324",
    "-9.9E-324, -9.9E-324",
    "1, 0.8427007929497149",
    "5.9, 0.9999999999999999",
    "5.999999999999999, 1",
    "1e308, 1",
    "Infinity, 1",
    "NaN, NaN"
  })
  void erfAtItsBorders(double x, Double expected) {
    assertThat(ErrorFunction.erf(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, -1",
    "-1e308, -1",
    "-0.0, -0.0",
    "0.0, 0.0",
    "4.9E-324, 4.9E-324",
    "709.782712893384, 1.7976931348622732E308",
    "709.7827128933841, Infinity",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void expm1AtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.expm1(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, NaN",
    "-1.0000000000000002, NaN",
    "-1, -Infinity",
    "-0.0, -0.0",
    "0.0, 0.0",
    "4.9E-324, 4.9E-324",
    "1.7976931348623157E308, 709.782712893384",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void log1pAtItsBorders(double x, Double expected) {
    assertThat(ElementaryFunctions.log1p(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-Infinity, NaN, NaN",
    "-0.0, -0.0, 1",
    "0.0, 0.0, 1",
    "4.9E-324, 4.9E-324, 1",
    "1.5707963267948966, 1, 6.123233995736766E-17",
    "-3.141592653589793, -1.2246467991473532E-16, -1",
    "1.7976931348623157E308, 0.004961954789184062, -0.9999876894265599",
    "Infinity, NaN, NaN",
    "NaN, NaN, NaN"
  })
  void sineAndCosineAtTheirBorders(double x, Double sine, Double cosine) {
    assertThat(TrigonometricFunctions.sin(x)).isEqualTo(sine);
    assertThat(TrigonometricFunctions.cos(x)).isEqualTo(cosine);
  }

  /** The double closest to a multiple of π/2, by Muller, "Elementary Functions", 3rd ed., 11.3. */
  @Test
  void theHardestArgumentKeepsItsDigits() {
    double hardest = 6381956970095103.0 * 0x1p797;
    assertThat(Math.abs(TrigonometricFunctions.cos(hardest))).isBetween(4.687e-19, 4.688e-19);
    assertThat(ExactValue.cos(hardest).ulpsFrom(TrigonometricFunctions.cos(hardest))).isLessThan(1);
  }

  @Test
  void theSineIsOddAndTheCosineEven() {
    new Random(3)
        .doubles(1000, 0, 1e7)
        .forEach(
            x -> {
              assertThat(TrigonometricFunctions.sin(-x)).isEqualTo(-TrigonometricFunctions.sin(x));
              assertThat(TrigonometricFunctions.cos(-x)).isEqualTo(TrigonometricFunctions.cos(x));
            });
  }

  @Test
  void erfIsOdd() {
    new Random(3)
        .doubles(1000, 0, 7)
        .forEach(x -> assertThat(ErrorFunction.erf(-x)).isEqualTo(-ErrorFunction.erf(x)));
  }
}
