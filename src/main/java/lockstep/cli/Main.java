package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.config.Definitions;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command line: {@code lockstep COMMAND ...}. */
public final class Main implements Runnable {
  private static final List<String> COMMANDS =
      List.of(
          "run", "plan", "verify", "compare", "predict", "check", "explain", "schema", "selftest");

  /** Those that read experiment files before anything else. */
  private static final List<String> READING = List.of("run", "plan", "check");

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private Main() {
    CommandDefinition.withHelp(
        spec, "lockstep", "Runs neural-network experiments that are written as YAML.");
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes())
        .footerHeading("%nExamples:%n")
        .footer(
            "  lockstep run experiments/published/two_circles.yaml",
            "  lockstep verify experiments results");
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("  0", "everything was done and every check held");
    codes.put("  1", "a check did not hold");
    codes.put("  2", "the experiment file or the command line is wrong");
    codes.put("  3", "the work could not be done");
    codes.put("130", "interrupted");
    return codes;
  }

  /**
   * Runs one command and ends the process.
   *
   * @param arguments the command with its options
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    LongWorkJvm.endWithStdin(System.getenv());
    if (arguments.length > 0 && READING.contains(arguments[0])) {
      Definitions.prepare();
    }
    leaveOut();
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
  }

  /** What picocli would look for and set up at every start, though no option is a date. */
  private static void leaveOut() {
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
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
    if (code == ExitCode.LONG_WORK) {
      code = executeElsewhere(err, arguments);
    }
    if (out.checkError()) {
      err.print("lockstep: the output could not be written\n");
      code = Math.max(code, ExitCode.FAILED);
    }
    err.flush();
    return code;
  }

  private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    Failures failures = new Failures();
    try {
      return commandLine(arguments)
          .setOut(out)
          .setErr(err)
          .setColorScheme(Help.defaultColorScheme(colours()))
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setParameterExceptionHandler(failures)
          .setExecutionExceptionHandler(failures)
          .execute(arguments);
    } catch (OutOfMemoryError exhausted) {
      err.print("lockstep: out of memory; LOCKSTEP_JAVA_OPTIONS=-Xmx8g allows more\n");
      return ExitCode.FAILED;
    }
  }

  private static int executeElsewhere(PrintWriter err, String... arguments) {
    try {
      return LongWorkJvm.in(System.getenv()).orElseThrow().run(arguments);
    } catch (IOException failure) {
      err.print("lockstep: a second JVM cannot be started: " + failure.getMessage() + "\n");
      return ExitCode.FAILED;
    }
  }

  /** With all commands, or only the one that is named first: each takes a while to prepare. */
  private static CommandLine commandLine(String... arguments) {
    boolean known = arguments.length > 0 && COMMANDS.contains(arguments[0]);
    CommandLine main = new CommandLine(new Main().spec);
    for (String name : known ? List.of(arguments[0]) : COMMANDS) {
      main.addSubcommand(name, command(name));
    }
    return known ? main : main.addSubcommand(new GenerateCompletion());
  }

  private static CommandSpec command(String name) {
    return switch (name) {
      case "run" -> new RunCommand().spec();
      case "plan" -> new PlanCommand().spec();
      case "verify" -> new VerifyCommand().spec();
      case "compare" -> new CompareCommand().spec();
      case "predict" -> new PredictCommand().spec();
      case "check" -> new CheckCommand().spec();
      case "explain" -> new ExplainCommand().spec();
      case "schema" -> new SchemaCommand().spec();
      case "selftest" -> new SelfTestCommand().spec();
      default -> throw new IllegalArgumentException(name);
    };
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
