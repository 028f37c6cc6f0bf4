package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the real jar, each in a process of its own and in an empty folder. */
@ResourceLock(value = "results", mode = ResourceAccessMode.READ)
class CommandsIT {
  private static final Path JAR = Path.of(System.getProperty("lockstep.jar")).toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path EXPERIMENTS = Path.of("experiments").toAbsolutePath();
  private static final Path RESULTS = Path.of("results").toAbsolutePath();
  private static final String XOR = EXPERIMENTS.resolve("xor.yaml").toString();
  private static final String ENDLESS =
      """
      data: {generator: circles, samples: 10000, factor: 0.5, noise: 0.1}
      network: {layers: [2, 100, 100, 1]}
      training: {loss: bce, learning_rate: 0.01, epochs: 100000}
      """;

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeAnEmptyFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("work"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=en",
        "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1",
        "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kolkata",
        "-Xint"
      })
  void aRunWritesTheCommittedBytesUnderAnyEnvironment(String options) throws Exception {
    Path file = EXPERIMENTS.resolve("published/two_circles.yaml");
    assertThat(start(options, "run", file.toString())).isEqualTo(ExitCode.FINE);
    assertThat(errors()).isEmpty();
    for (String name : files(RESULTS.resolve("two_circles"))) {
      assertThat(folder.resolve("results/two_circles").resolve(name))
          .hasSameBinaryContentAs(RESULTS.resolve("two_circles").resolve(name));
    }
  }

  /** A run, a search and folds; .ci/run verifies all results. */
  @Test
  void theResolvedFilesOfResultsGiveTheSameResults() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("verify"));
    for (String name : List.of("two_circles", "moons_range_test", "iris_cross_validation")) {
      arguments.add(RESULTS.resolve(name).toString());
    }
    assertThat(start("", arguments.toArray(String[]::new))).isEqualTo(ExitCode.FINE);
    assertThat(output())
        .doesNotContain("FAIL")
        .contains(" files identical")
        .endsWith("3 passed, 0 failed\n");
  }

  @Test
  void everyBrokenFileIsRefusedWithoutAStackTraceAndWithoutTouchingAFile() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run"));
    try (Stream<Path> broken = Files.list(Path.of("src/test/resources/broken"))) {
      broken
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> file.toAbsolutePath().toString())
          .forEach(arguments::add);
    }
    assertThat(arguments).hasSizeGreaterThan(20);
    assertThat(start("", arguments.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).doesNotContain("Exception", "\tat ");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void resultsOfAnotherConfigurationAreKeptUntilFresh() throws Exception {
    assertThat(start("", "run", XOR)).isEqualTo(ExitCode.FINE);
    String[] changed = {"run", XOR, "--set", "training.epochs=999"};

    assertThat(start("", changed)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("-   epochs: 1000", "+   epochs: 999", "--fresh");

    String[] fresh = {"run", XOR, "--set", "training.epochs=999", "--fresh"};
    assertThat(start("", fresh)).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("results/xor/experiment.yaml")).content().contains("epochs: 999");
  }

  @Test
  void anExpectationThatDoesNotHoldGivesExitCode1AndTheReportIsWritten() throws Exception {
    assertThat(start("", "run", XOR, "--set", "training.epochs=3"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(output()).contains("end: accuracy: expected 1.000, found ");
    assertThat(folder.resolve("results/xor/report.md")).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenGivesExitCode3InOneLine() throws Exception {
    Files.writeString(folder.resolve("results"), "a file");
    assertThat(start("", "run", XOR)).isEqualTo(ExitCode.FAILED);
    assertThat(errors()).startsWith("lockstep: ").doesNotContain("\tat ").hasLineCount(1);
  }

  @Test
  void programsGetOneLineOfJsonForEachResult() throws Exception {
    assertThat(start("", "run", XOR, "--json")).isEqualTo(ExitCode.FINE);
    JsonObject line = JsonParser.parseString(output()).getAsJsonObject();
    assertThat(line.get("verdict").getAsString()).isEqualTo("completed");
    assertThat(line.getAsJsonObject("final").get("accuracy").getAsDouble()).isEqualTo(1);

    assertThat(start("", "check", XOR, "--json", "--set", "training.loss=bec"))
        .isEqualTo(ExitCode.BAD_INPUT);
    JsonObject problem = JsonParser.parseString(output()).getAsJsonObject();
    assertThat(problem.get("key").getAsString()).isEqualTo("training.loss");
    assertThat(problem.get("suggestion").getAsString()).isEqualTo("bce");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aQuietRunPrintsNothingAndKeepsNoLog() throws Exception {
    assertThat(start("", "run", XOR, "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(output() + errors()).isEmpty();
    assertThat(folder.resolve("results/xor/.lockstep/run.log")).doesNotExist();
  }

  @Test
  void aVerboseRunShowsItsLogOnStderr() throws Exception {
    assertThat(start("", "run", XOR, "--verbose")).isEqualTo(ExitCode.FINE);
    assertThat(errors()).contains(" INFO run xor", " INFO trained to epoch 1000");
    assertThat(folder.resolve("results/xor/.lockstep/run.log")).content().isEqualTo(errors());
  }

  @Test
  void verifyWritesJUnitAndFailsOnAChangedByte() throws Exception {
    start("", "run", XOR);
    Files.writeString(folder.resolve("results/xor/summary.csv"), "changed\n");
    assertThat(start("", "verify", XOR, "results", "--junit", "junit.xml"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(output()).contains("FAIL", "summary.csv: line 1 differs", "- changed");
    assertThat(folder.resolve("junit.xml")).content().contains("<testsuite name=\"xor\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  @DisabledOnOs(OS.WINDOWS)
  void aRunThatIsToldToEndLeavesNoHalfWrittenFile(String signal) throws Exception {
    boolean heard = signal.equals("TERM") || JarProcess.isInterruptible();
    assumeTrue(heard, "interrupts are ignored here");
    Path file = Files.writeString(temporary.resolve("endless.yaml"), ENDLESS);
    Process process = process("", "run", file.toString()).start();
    Path log = folder.resolve("results/endless/.lockstep/run.log");
    while (process.isAlive() && !(Files.exists(log) && Files.size(log) > 0)) {
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    int code = signal.equals("INT") ? ExitCode.INTERRUPTED : 143;
    assertThat(process.waitFor()).isEqualTo(code);
    assertThat(files(folder.resolve("results/endless"))).isEmpty();
    assertThat(errors()).doesNotContain("Exception");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSecondRunOnTheSameFolderLeavesWithAClearError() throws Exception {
    Path file = Files.writeString(temporary.resolve("endless.yaml"), ENDLESS);
    Process first = process("", "run", file.toString()).start();
    Path log = folder.resolve("results/endless/.lockstep/run.log");
    while (first.isAlive() && !(Files.exists(log) && Files.size(log) > 0)) {
      Thread.sleep(5);
    }
    assertThat(start("", "run", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("is being written by another run");
    first.destroyForcibly().waitFor();
  }

  @Test
  void completionForBashNamesTheCommands() throws Exception {
    assertThat(start("", "generate-completion")).isEqualTo(ExitCode.FINE);
    assertThat(output())
        .contains(
            "run plan verify compare predict check explain schema selftest",
            "--junit",
            "--workers");
  }

  /** The files of a folder, without what differs from run to run. */
  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.startsWith(".lockstep") && !name.contains("/.lockstep"))
          .sorted()
          .toList();
    }
  }

  private int start(String options, String... arguments) throws Exception {
    return process(options, arguments).start().waitFor();
  }

  private ProcessBuilder process(String options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    Arrays.stream(options.split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("LOCKSTEP_TERMINAL");
    return builder
        .redirectOutput(temporary.resolve("out").toFile())
        .redirectError(temporary.resolve("err").toFile());
  }

  private String output() throws IOException {
    return Files.readString(temporary.resolve("out"), UTF_8);
  }

  private String errors() throws IOException {
    return Files.readString(temporary.resolve("err"), UTF_8);
  }
}
