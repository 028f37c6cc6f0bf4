package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions against numbers of 31 digits. {@code -Dlockstep.points=5000000} for a long run. */
class ElementaryFunctionsTest {
  private static final int POINTS = Integer.getInteger("lockstep.points", 40_000);

  @Test
  void expIsWithinAUnitInTheLastPlace() {
    assertThat(largestError(uniform(-708, 709.7), ElementaryFunctionsTest::expError))
        .isLessThan(0.7);
    assertThat(largestError(uniform(-1, 1), ElementaryFunctionsTest::expError)).isLessThan(0.7);
    assertThat(largestError(spread(-60, 3), ElementaryFunctionsTest::expError)).isLessThan(0.7);
  }

  @Test
  void logIsWithinAUnitInTheLastPlace() {
    assertThat(largestError(spread(-1021, 1023).map(Math::abs), this::logError)).isLessThan(0.9);
    assertThat(largestError(uniform(0.4, 2.5), this::logError)).isLessThan(0.9);
    assertThat(largestError(uniform(0.99, 1.01), this::logError)).isLessThan(0.9);
    assertThat(largestError(spread(-40, -8).map(x -> 1 + x), this::logError)).isLessThan(0.9);
  }

  @Test
  void tanhIsWithinOneAndAHalfUnitsInTheLastPlace() {
    assertThat(largestError(uniform(-1, 1), ElementaryFunctionsTest::tanhError)).isLessThan(1.5);
    assertThat(largestError(uniform(-23, 23), ElementaryFunctionsTest::tanhError)).isLessThan(1.5);
    assertThat(largestError(spread(-500, 3), ElementaryFunctionsTest::tanhError)).isLessThan(1.5);
  }

  @Test
  void sigmoidIsWithinTwoUnitsInTheLastPlace() {
    assertThat(largestError(uniform(-708, 40), ElementaryFunctionsTest::sigmoidError))
        .isLessThan(2);
    assertThat(largestError(uniform(-39, 2), ElementaryFunctionsTest::sigmoidError)).isLessThan(2);
    assertThat(largestError(spread(-60, 4), ElementaryFunctionsTest::sigmoidError)).isLessThan(2);
  }

  @Test
  void subnormalValuesAreRoundedOnce() {
    uniform(-745, -708)
        .forEach(
            x -> {
              DoubleDouble argument = DoubleDouble.of(x);
              DoubleDouble scaled = argument.expWithoutPower();
              double expected = Math.scalb(scaled.high(), argument.exponent());
              assertThat(ElementaryFunctions.exp(x)).isCloseTo(expected, within(Double.MIN_VALUE));
              assertThat(ElementaryFunctions.sigmoid(x))
                  .isCloseTo(expected, within(Double.MIN_VALUE));
            });
    spread(-1074, -1023)
        .map(Math::abs)
        .forEach(
            x -> {
              assertThat(logError(x)).isLessThan(0.9);
            });
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
  @ValueSource(doubles = {-3.25, -0.1, 0.001, 0.75, 5.5})
  void theReferenceItselfHasThirtyDigits(double x) {
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n <= 90; n++) {
      exact = exact.add(term);
      term = term.multiply(new BigDecimal(x)).divide(BigDecimal.valueOf(n), new MathContext(60));
    }
    DoubleDouble argument = DoubleDouble.of(x);
    DoubleDouble exp = argument.expWithoutPower().scaled(argument.exponent());
    BigDecimal value = new BigDecimal(exp.high()).add(new BigDecimal(exp.low()));
    assertThat(value.divide(exact, new MathContext(60)).subtract(BigDecimal.ONE).abs())
        .isLessThan(new BigDecimal("1e-29"));
    DoubleDouble back = DoubleDouble.log(exp.high());
    double shift = exp.low() / exp.high();
    assertThat(Math.abs((back.high() - x) + back.low() + shift)).isLessThan(1e-29);
  }

  private static double expError(double x) {
    DoubleDouble argument = DoubleDouble.of(x);
    double scaled = Math.scalb(ElementaryFunctions.exp(x), -argument.exponent());
    return argument.expWithoutPower().ulpsFrom(scaled);
  }

  private double logError(double x) {
    return DoubleDouble.log(x).ulpsFrom(ElementaryFunctions.log(x));
  }

  private static double tanhError(double x) {
    return DoubleDouble.tanh(x).ulpsFrom(ElementaryFunctions.tanh(x));
  }

  private static double sigmoidError(double x) {
    // eˣ / (1 + eˣ), and 1 / (1 + e⁻ˣ) for x above 0, of which neither overflows
    DoubleDouble argument = DoubleDouble.of(-Math.abs(x));
    DoubleDouble power = argument.expWithoutPower().scaled(argument.exponent());
    DoubleDouble sum = power.plus(DoubleDouble.of(1));
    DoubleDouble exact = (x < 0 ? power : DoubleDouble.of(1)).dividedBy(sum);
    return exact.ulpsFrom(ElementaryFunctions.sigmoid(x));
  }

  private static double largestError(DoubleStream points, DoubleUnaryOperator error) {
    return points.map(error).max().orElseThrow();
  }

  private static DoubleStream uniform(double low, double high) {
    return new Random(11).doubles(POINTS, low, high);
  }

  /** Numbers of either sign whose binary exponents are spread evenly. */
  private static DoubleStream spread(int lowest, int highest) {
    Random random = new Random(12);
    ToDoubleFunction<Random> mantissa = source -> (1 + source.nextDouble()) * sign(source);
    return DoubleStream.generate(
            () ->
                Math.scalb(
                    mantissa.applyAsDouble(random), lowest + random.nextInt(highest - lowest + 1)))
        .limit(POINTS);
  }

  private static double sign(Random random) {
    return random.nextBoolean() ? 1 : -1;
  }
}
