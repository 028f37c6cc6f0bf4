package lockstep.decimal;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static int significantDigits(String text) {
    return text.replaceAll("e.*", "").replaceAll("[^0-9]", "").replaceAll("^0+", "").length();
  }
}
