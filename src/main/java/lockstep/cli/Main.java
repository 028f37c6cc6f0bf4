package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code lockstep COMMAND ...}. */
@Command(
    name = "lockstep",
    description = "Runs neural-network experiments that are written as YAML.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      VerifyCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      SchemaCommand.class,
      GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:everything was done and every check held",
      "  1:a check did not hold",
      "  2:the experiment file or the command line is wrong",
      "  3:the work could not be done",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep run experiments/published/two_circles.yaml",
      "  lockstep verify experiments results"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs one command and ends the process.
   *
   * @param arguments the command with its options
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
  }

  /**
   * Runs one command.
   *
   * @param out where results go; flushed at the end
   * @param err where errors go; flushed at the end
   * @param arguments the command with its options
   * @return one of {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    int code = execute(out, err, arguments);
    if (out.checkError()) {
      err.print("lockstep: the output could not be written\n");
      code = Math.max(code, ExitCode.FAILED);
    }
    err.flush();
    return code;
  }

  private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return new CommandLine(new Main())
          .setOut(out)
          .setErr(err)
          .setColorScheme(Help.defaultColorScheme(colours()))
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setParameterExceptionHandler(Failures::wrongUsage)
          .setExecutionExceptionHandler(Failures::notDone)
          .execute(arguments);
    } catch (OutOfMemoryError exhausted) {
      err.print("lockstep: out of memory; LOCKSTEP_JAVA_OPTIONS=-Xmx8g allows more\n");
      return ExitCode.FAILED;
    }
  }

  private static Help.Ansi colours() {
    return Terminal.showsColours() ? Help.Ansi.ON : Help.Ansi.OFF;
  }

  /** Reached when no command is named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? None was named");
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
