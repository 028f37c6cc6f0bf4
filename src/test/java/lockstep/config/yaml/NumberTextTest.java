package lockstep.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "+1", "10", ".5", "5.", "-1.5e+10", "1e-3", "1E3", "5e-324"})
  void theseAreNumbers(String text) {
    assertThat(NumberText.isReal(text)).isTrue();
    assertThat(NumberText.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, true", "-7, true", "7.0, false", "7., false", "7e0, false", "07, false"})
  void wholeNumbersHaveDigitsOnly(String text, boolean whole) {
    assertThat(NumberText.isInteger(text)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "010 | leading zeros are not allowed, as some readers take them for octal",
        "-00.5 | leading zeros are not allowed, as some readers take them for octal",
        "0x10 | only decimal numbers are allowed",
        "0o17 | only decimal numbers are allowed",
        "1_000 | underscores are not allowed in numbers",
        "1,5 | a number's decimals follow a point, not a comma",
        ".inf | NaN and infinities are not allowed",
        "-Infinity | NaN and infinities are not allowed",
        ".NaN | NaN and infinities are not allowed",
        "1e400 | the number is too large for a double",
        "-1e400 | the number is too large for a double",
        "1e-400 | the number is too small for a double",
      })
  void theseLookLikeNumbersAndAreRefused(String text, String fault) {
    assertThat(NumberText.isReal(text)).isFalse();
    assertThat(NumberText.fault(text)).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:30", "no", "e5", ".", "-", "1e", "0.1.2", "1 2", "2021-01-01"})
  void theseAreWords(String text) {
    assertThat(NumberText.isReal(text)).isFalse();
    assertThat(NumberText.fault(text)).isEmpty();
  }
}
