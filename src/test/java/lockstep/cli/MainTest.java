package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"run", "plan", "verify", "compare", "check"})
  void aCommandWithoutWhatItIsAboutIsWrongUsage(String command) {
    assertThat(run(command)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("lockstep: ", "--help").doesNotContain("Exception");
  }

  @Test
  void helpGoesToStdoutAndNamesEveryExitCode() {
    assertThat(run("--help")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Usage: lockstep", "  130   interrupted");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    assertThat(run("--version")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).startsWith("lockstep ").hasLineCount(1);
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualTo("lockstep: which command? None was named\nTry 'lockstep --help'.\n");
  }

  @Test
  void anUnknownOptionIsNamedWithTheOneThatWasProbablyMeant() {
    assertThat(run("--versoin")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("'--versoin'", "--version", "Try 'lockstep --help'.");
  }

  @Test
  void aMisspelledCommandIsAnsweredWithTheNearestOneIfThereIsOne() {
    assertThat(run("verfy")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("Did you mean verify?");
    err.getBuffer().setLength(0);
    assertThat(run("frobnicate")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).doesNotContain("Did you mean");
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
