package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aMachineThatRefusesIsOneLineAndExitCode3() {
    assertThat(failWith(new UncheckedIOException(new IOException("no space left"))))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).isEqualTo("lockstep: no space left\n");
  }

  @Test
  void aFileThatMayNotBeReadIsNamedWithTheReason() {
    assertThat(failWith(new AccessDeniedException("secret.csv"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).isEqualTo("lockstep: secret.csv: permission denied\n");
  }

  @Test
  void aBugShowsItsStackTraceAndIsExitCode3() {
    assertThat(failWith(new IllegalStateException("broken"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("bug in Lockstep", "broken", "at lockstep.cli");
  }

  private int failWith(Exception failure) {
    return new CommandLine(new Failing(failure))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new Failures())
        .execute();
  }

  @Command(name = "failing")
  private record Failing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
