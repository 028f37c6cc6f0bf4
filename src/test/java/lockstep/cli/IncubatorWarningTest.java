package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncubatorWarningTest {
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

  @Test
  void theWarningIsDroppedWithEitherEndOfLine() throws IOException {
    assertThat(passedOn(WARNING + "\n")).isEmpty();
    assertThat(passedOn(WARNING + "\r\n")).isEmpty();
    assertThat(passedOn(WARNING + "\nlockstep: what is this?\n"))
        .isEqualTo("lockstep: what is this?\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "W",
        WARNING,
        WARNING + ", jdk.incubator.other\n",
        WARNING + "  \n",
        "WARNING: something else\n",
        "lockstep: ü\nmore",
        "first\n" + WARNING + "\n"
      })
  void everythingElsePassesUnchanged(String text) throws IOException {
    assertThat(passedOn(text)).isEqualTo(text);
  }

  private static String passedOn(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IncubatorWarning.passOn(new ByteArrayInputStream(text.getBytes(UTF_8)), out);
    return out.toString(UTF_8);
  }
}
