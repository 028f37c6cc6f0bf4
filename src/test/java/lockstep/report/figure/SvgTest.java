package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "12, 12",
    "12.5, 12.5",
    "-0.04, -0.04",
    "1.005, 1",
    "1.006, 1.01",
    "-3.999, -4",
    "622.1049, 622.1",
    "1e6, 1000000",
  })
  void numbersHaveAtMostTwoDecimals(double value, String text) {
    assertThat(Svg.number(value)).isEqualTo(text);
  }

  @Test
  void textIsInert() {
    assertThat(Svg.escape("<a href=\"x\">&\u0000\u0008\uD800\uFFFE"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;");
    assertThat(new Svg().words("text", "</text><script>", "id", "a\"b"))
        .hasToString("<text id=\"a&quot;b\">&lt;/text&gt;&lt;script&gt;</text>\n");
  }
}
