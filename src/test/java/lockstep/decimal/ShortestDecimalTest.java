package lockstep.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {

  @ParameterizedTest
  @CsvSource({
    "0.005, 0.005",
    "1, 1.0",
    "150, 150.0",
    "-12.5, -12.5",
    "1e-5, 0.00001",
    "1e-6, 1e-6",
    "123456789012345, 123456789012345.0",
    "1e15, 1e+15",
    "2e23, 2e+23",
    "4.9e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740993, 9.007199254740992e+15",
    "0.1, 0.1",
    "-0.0, -0.0",
    "NaN, NaN",
    "-Infinity, -Infinity",
  })
  void writesTheShortestText(double value, String text) {
    assertThat(ShortestDecimal.format(value)).isEqualTo(text);
  }

  @Test
  void everyDoubleReadsBackAndNoShorterTextDoes() {
    Random random = new Random(1);
    for (int draw = 0; draw < 20_000; draw++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(ShortestDecimal.format(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void powersOfTwoReadBackAlthoughTheirNeighboursAreUnevenlyFar() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double value = Math.scalb(1.0, exponent);
      String text = ShortestDecimal.format(value);
      assertThat(Double.parseDouble(text)).isEqualTo(value);
      assertThat(significantDigits(text)).isLessThanOrEqualTo(17);
    }
    assertThat(ShortestDecimal.format(Math.scalb(1.0, -44))).isEqualTo("5.684341886080802e-14");
  }

  @Test
  void digitsAreThoseOfTheDefinition() {
    Random random = new Random(2);
    for (int draw = 0; draw < 40_000; draw++) {
      assertDefined(Math.abs(random.nextGaussian()));
      assertDefined(random.nextInt(1, 1001) / 1000.0);
      assertDefined(Math.abs(Double.longBitsToDouble(random.nextLong())));
    }
  }

  @Test
  void digitsNextToEveryPowerOfTwoAreThoseOfTheDefinition() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      assertDefined(power);
      assertDefined(Math.nextUp(power));
      assertDefined(Math.nextDown(power));
    }
  }

  @Test
  void digitsNextToEveryShortDecimalAreThoseOfTheDefinition() {
    for (int exponent = -324; exponent < 308; exponent++) {
      for (int digits = 1; digits < 100; digits += 7) {
        double value = Double.parseDouble(digits + "e" + exponent);
        assertDefined(value);
        assertDefined(Math.nextUp(value));
        assertDefined(Math.nextDown(value));
      }
    }
  }

  @Test
  void numbersJustBetweenTwoDecimalsAreRoundedToEvenOrWithSeventeenDigitsUp() {
    Random random = new Random(3);
    for (int draw = 0; draw < 40_000; draw++) {
      assertDefined((random.nextLong() >>> 13) / 4.0);
      assertDefined((random.nextLong() >>> 12) / 8.0);
    }
    assertThat(ShortestDecimal.format(1125899906842624.25)).isEqualTo("1.1258999068426243e+15");
  }

  private static void assertDefined(double value) {
    if (Double.isFinite(value) && value > 0) {
      BigDecimal written = new BigDecimal(ShortestDecimal.format(value));
      assertThat(written).isEqualByComparingTo(defined(value));
    }
  }

  /** Tries one number of digits after the other. */
  private static BigDecimal defined(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = value < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      if (nearest.doubleValue() == value || above.doubleValue() == value) {
        return nearest.doubleValue() == value ? nearest : above;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_UP));
  }

  private static int significantDigits(String text) {
    return text.replaceAll("e.*", "").replaceAll("[^0-9]", "").replaceAll("^0+", "").length();
  }
}
