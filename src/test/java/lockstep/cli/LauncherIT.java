package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a copy of the repository's folder, with the real jar in it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherIT {
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path temporary;
  private Path home;
  private Path launcher;

  @BeforeEach
  void installJarAndLauncher() throws IOException {
    home = Files.createDirectories(temporary.resolve("a folder").resolve("lockstep"));
    launcher = home.resolve("lockstep");
    Files.copy(Path.of("lockstep"), launcher);
    launcher.toFile().setExecutable(true);
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of(System.getProperty("lockstep.jar")), home.resolve("target/lockstep.jar"));
  }

  @Test
  void runsFromAnyFolderThroughAChainOfLinks() throws Exception {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), Path.of("../a folder/lockstep/lockstep"));
    Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));

    assertThat(start(Map.of(), bin.resolve("second"), "--version")).isEqualTo(ExitCode.FINE);
    assertThat(read("out")).startsWith("lockstep ");
    assertThat(read("err")).isEmpty();
  }

  @Test
  void passesArgumentsAndTheExitCodeThrough() throws Exception {
    assertThat(start(Map.of(), launcher, "two words", "", "a\"b'c")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(read("err")).contains("'two words', '', 'a\"b'c'");
  }

  @Test
  void anArchiveThatIsBrokenIsIgnored() throws Exception {
    start(Map.of(), launcher, "--version");
    Path archive = archive();
    Files.delete(archive);
    Files.writeString(archive, "not an archive");

    assertThat(start(Map.of(), launcher, "--version")).isEqualTo(ExitCode.FINE);
    assertThat(read("out")).startsWith("lockstep ");
    assertThat(read("err")).isEmpty();
  }

  @Test
  void optionsForTheJvmArePassedOn() throws Exception {
    start(Map.of("LOCKSTEP_JAVA_OPTIONS", "-Dany=thing -showversion"), launcher, "--version");

    assertThat(read("err")).contains("version \"");
  }

  @Test
  void aWrongJavaHomeIsExplained() throws Exception {
    assertThat(start(Map.of("JAVA_HOME", "/no/such/jdk"), launcher)).isEqualTo(ExitCode.FAILED);
    assertThat(read("err")).contains("JAVA_HOME is /no/such/jdk").hasLineCount(1);
  }

  @Test
  void anOldJavaIsExplained() throws Exception {
    Path old = temporary.resolve("old");
    Path java = Files.createFile(Files.createDirectories(old.resolve("bin")).resolve("java"));
    java.toFile().setExecutable(true);
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertThat(start(Map.of("JAVA_HOME", old.toString()), launcher)).isEqualTo(ExitCode.FAILED);
    assertThat(read("err")).contains("is Java 11.0.2; Lockstep needs 17 or newer");
  }

  @Test
  void aMissingMavenIsExplainedWhenThereIsSomethingToBuild() throws Exception {
    Files.delete(home.resolve("target/lockstep.jar"));
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : List.of("mkdir", "tr", "find", "head", "flock", "sleep", "rm", "cat")) {
      provideTool(tools, tool);
    }

    assertThat(start(Map.of("PATH", tools.toString()), launcher)).isEqualTo(ExitCode.FAILED);
    assertThat(read("err")).contains("there is no mvn").hasLineCount(1);
  }

  @Test
  void aFailingBuildShowsItsErrorsOnly() throws Exception {
    String path = provideMaven("echo '[INFO] noise'", "echo '[ERROR] broken'", "exit 1");
    Files.writeString(home.resolve("pom.xml"), "<project/>");

    assertThat(start(Map.of("PATH", path), launcher, "--version")).isEqualTo(ExitCode.FAILED);
    assertThat(read("err"))
        .isEqualTo(
            "lockstep: building (only after the sources have changed)\n"
                + "[ERROR] broken\nlockstep: the build failed\n");
  }

  @Test
  void twoLaunchersBuildOnceAndBothRun() throws Exception {
    Path jar = home.resolve("target/lockstep.jar");
    Path kept = Files.move(jar, temporary.resolve("kept.jar"));
    Path builds = temporary.resolve("builds");
    String path =
        provideMaven(
            "echo built >>" + builds, "cp " + kept + " '" + home + "/target/lockstep.jar.new'");

    Process first = process(Map.of("PATH", path), temporary.resolve("one"), launcher, "--version");
    Process second = process(Map.of("PATH", path), temporary.resolve("two"), launcher, "--version");

    assertThat(first.waitFor()).isEqualTo(ExitCode.FINE);
    assertThat(second.waitFor()).isEqualTo(ExitCode.FINE);
    assertThat(read("one")).contains("lockstep ");
    assertThat(read("two")).contains("lockstep ");
    assertThat(Files.readString(builds)).isEqualTo("built\n");
  }

  @Test
  void onlyAChangedSourceIsBuiltAgain() throws Exception {
    Path source = Files.createDirectories(home.resolve("src/main")).resolve("Source.java");
    Path kept = Files.copy(home.resolve("target/lockstep.jar"), temporary.resolve("kept.jar"));
    String path = provideMaven("cp " + kept + " '" + home + "/target/lockstep.jar.new'");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(source, "");
    start(Map.of("PATH", path), launcher, "--version");
    String afterChange = read("err");
    start(Map.of("PATH", path), launcher, "--version");

    assertThat(afterChange).contains("building");
    assertThat(read("err")).isEmpty();
  }

  @Test
  void longWorkIsHandedOnSilentlyAndGivesTheSameBytes() throws Exception {
    Path file = experiment(60);
    assertThat(start(Map.of(), launcher, "run", "--out", "vectors", file.toString()))
        .isEqualTo(ExitCode.FINE);
    assertThat(read("err")).isEmpty();
    assertThat(read("out")).startsWith("long: Completed");
    Map<String, String> plain = Map.of("LOCKSTEP_VECTORS", "0");
    assertThat(start(plain, launcher, "run", "--out", "plain", file.toString()))
        .isEqualTo(ExitCode.FINE);

    assertThat(read("err")).isEmpty();
    assertThat(read("plain/long/parameters.csv")).isEqualTo(read("vectors/long/parameters.csv"));
  }

  @Test
  void theExitCodeAndTheErrorsOfLongWorkComeThrough() throws Exception {
    Path file = experiment(60);
    Files.writeString(temporary.resolve("blocked"), "");
    Path expecting = temporary.resolve("expecting.yaml");
    Files.writeString(expecting, "extends: long.yaml\nexpect: [{verdict: diverged}]\n");

    assertThat(start(Map.of(), launcher, "run", "--out", "a", expecting.toString()))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(start(Map.of(), launcher, "run", "--out", "blocked", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(read("err")).startsWith("lockstep: ").contains("blocked").hasLineCount(1);
  }

  @Test
  void longWorkEndsWithTheProcessThatHandedItOn() throws Exception {
    Path file = experiment(60_000);
    for (boolean forcibly : List.of(false, true)) {
      Process process =
          process(Map.of(), temporary.resolve("out"), launcher, "run", file.toString());
      ProcessHandle handed = onlyChild(process);
      if (forcibly) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }

      assertThat(process.waitFor()).isEqualTo(forcibly ? 137 : 143);
      assertThat(handed.onExit().get().isAlive()).isFalse();
    }
  }

  @Test
  void whatTheJvmItselfHasToSayIsStillSeen() throws Exception {
    Map<String, String> tooSmall = Map.of("LOCKSTEP_JAVA_OPTIONS", "-Xmx1k");

    assertThat(start(tooSmall, launcher, "--version")).isEqualTo(1);
    assertThat(read("out") + read("err")).contains("Too small maximum heap");
  }

  /** Training that takes a while; more than {@link LongWork#OPERATIONS} from 60 epochs on. */
  private Path experiment(int epochs) throws IOException {
    return Files.writeString(
        temporary.resolve("long.yaml"),
        "experiment: long\ndata: {generator: circles, samples: 1000, factor: 0.5}\n"
            + "network: {layers: [2, 72, 72, 1], activations: [relu, relu, sigmoid]}\n"
            + ("training: {loss: bce, learning_rate: 0.001, epochs: " + epochs + "}\n"));
  }

  private static ProcessHandle onlyChild(Process process) throws InterruptedException {
    while (process.isAlive()) {
      List<ProcessHandle> children =
          process.children().filter(child -> !child.equals(process.toHandle())).toList();
      if (children.size() == 1 && children.get(0).info().command().orElse("").endsWith("java")) {
        return children.get(0);
      }
      Thread.sleep(5);
    }
    throw new AssertionError("it ended with " + process.waitFor());
  }

  private Path archive() throws IOException {
    try (var files = Files.list(home.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  /** A Maven that does only what the lines say, and the PATH on which it comes first. */
  private String provideMaven(String... lines) throws IOException {
    Path maven = Files.createDirectories(temporary.resolve("maven")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    maven.toFile().setExecutable(true);
    return maven.getParent() + ":" + System.getenv("PATH");
  }

  /** Links would do, but JUnit warns of every link that leads out of the temporary folder. */
  private static void provideTool(Path tools, String tool) throws IOException {
    Path script = tools.resolve(tool);
    Files.writeString(script, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
    script.toFile().setExecutable(true);
  }

  /** Runs the launcher in the temporary folder and waits for its end. */
  private int start(Map<String, String> environment, Path script, String... arguments)
      throws IOException, InterruptedException {
    return process(environment, temporary.resolve("out"), script, arguments).waitFor();
  }

  private Process process(
      Map<String, String> environment, Path output, Path script, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectOutput(output.toFile())
            .redirectError(temporary.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", JAVA_HOME);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private String read(String name) throws IOException {
    return Files.readString(temporary.resolve(name), UTF_8);
  }
}
