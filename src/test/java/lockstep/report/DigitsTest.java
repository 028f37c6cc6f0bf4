package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "693.62972747, 693.63",
    "0.5, 0.5",
    "100, 100",
    "0, 0",
    "-0.0, 0",
    "1.23456789e-7, 1.2346e-7",
    "1e300, 1e300",
    "0.00012345678, 0.00012346",
    "NaN, NaN",
    "-Infinity, -Infinity",
  })
  void sentencesHaveFiveDigits(double value, String text) {
    assertThat(Digits.rounded(value)).isEqualTo(text);
  }

  @Test
  void differentNumbersLookDifferent() {
    assertThat(Digits.apart(693.14718056, 693.14718057))
        .containsExactly("693.14718056", "693.14718057");
  }

  @Test
  void comparedNumbersHaveTheSameDecimalsIfThatIsCheap() {
    assertThat(Digits.apart(693.63, 664.6, 676.72)).containsExactly("693.63", "664.60", "676.72");
    assertThat(Digits.apart(2, 0.0024664)).containsExactly("2", "0.0024664");
  }

  @Test
  void numbersBelowEachOtherHaveTheSameDecimals() {
    assertThat(Digits.aligned(0.5, 0.818, 1)).containsExactly("0.500", "0.818", "1.000");
    assertThat(Digits.aligned(693.6297274732937, 7)).containsExactly("693.62973", "7.00000");
    assertThat(Digits.aligned(Double.NaN, 2)).containsExactly("NaN", "2");
  }

  @Test
  void farApartNumbersKeepTheirDigits() {
    assertThat(Digits.aligned(1000, 1e-9)).containsExactly("1000", "1e-9");
  }

  @Test
  void exactNumbersLoseOnlyTheirPoint() {
    assertThat(Digits.exact(0.005)).isEqualTo("0.005");
    assertThat(Digits.exact(2)).isEqualTo("2");
  }
}
