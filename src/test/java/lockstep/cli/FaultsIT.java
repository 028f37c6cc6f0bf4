package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real jar on a machine that fails: killed, without room, without a folder, beside others.
 *
 * <p>Whatever happens, each file in a results folder is whole, and the next run ends with the bytes
 * of an undisturbed one.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  private static final int KILLS = 15;
  private static final int DAMAGES = 6;

  private static final String SINGLE =
      """
      data: {generator: moons, samples: 400, noise: 0.2, split: {test_size: 0.5}}
      network: {layers: [2, 8, 1], activations: tanh}
      training: {loss: bce, learning_rate: 0.5, epochs: 300}
      metrics: [accuracy]
      """;

  private static final String SWEEP =
      """
      data: {generator: circles, samples: 100, factor: 0.5, noise: 0.1}
      network: {layers: [2, 6, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 60}
      sweep:
        grid: {training.learning_rate: {logspace: [-3, 3, 30]}}
        repeats: 5
      """;

  /** A journal of few bytes. */
  private static final String SMALL =
      SWEEP.replace("30]}", "3]}").replace("repeats: 5", "repeats: 1");

  /** The same with trials that last, so that there is time to disturb them. */
  private static final String SLOW_SWEEP =
      SWEEP.replace("epochs: 60", "epochs: 3000").replace("repeats: 5", "repeats: 1");

  /** One of these trials fits into a heap of 160 MB, twelve at once do not. */
  private static final String LARGE_TRIALS =
      """
      data: {generator: circles, samples: 5000, factor: 0.5, noise: 0.1}
      network: {layers: [2, 200, 200, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 1, batch: 2500}
      sweep:
        grid: {training.learning_rate: {linspace: [0.1, 0.5, 12]}}
      """;

  private static final Map<String, String> EXPERIMENTS =
      Map.of(
          "single",
          SINGLE,
          "sweep",
          SWEEP,
          "small",
          SMALL,
          "slow",
          SLOW_SWEEP,
          "large",
          LARGE_TRIALS);

  @TempDir private static Path calm;

  /** By experiment, the files that an undisturbed run of it writes; each is run once for all. */
  private static final ConcurrentMap<String, SortedMap<String, String>> UNDISTURBED =
      new ConcurrentHashMap<>();

  @TempDir private Path temporary;
  private JarProcess jar;

  @BeforeEach
  void makeAnEmptyFolder() throws IOException {
    jar = JarProcess.in(temporary);
    writeExperiments(jar);
  }

  private static void writeExperiments(JarProcess jar) throws IOException {
    for (Map.Entry<String, String> experiment : EXPERIMENTS.entrySet()) {
      jar.write(experiment.getKey() + ".yaml", experiment.getValue());
    }
  }

  private static SortedMap<String, String> undisturbed(String experiment) {
    return UNDISTURBED.computeIfAbsent(experiment, FaultsIT::runUndisturbed);
  }

  private static SortedMap<String, String> runUndisturbed(String experiment) {
    try {
      JarProcess alone = JarProcess.in(calm.resolve(experiment));
      writeExperiments(alone);
      assertThat(alone.run("run", "-q", experiment + ".yaml")).isZero();
      SortedMap<String, String> files = alone.texts("results/" + experiment);
      assertThat(files).containsKeys("report.md", "summary.csv", "manifest.json");
      return files;
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private void assertTheNextRunIsWhole(String experiment, SortedMap<String, String> expected)
      throws Exception {
    assertThat(jar.run("run", "-q", experiment + ".yaml")).as(jar.errors()).isZero();
    assertThat(jar.texts("results/" + experiment)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "sweep"})
  void killedAtRandomMomentsEveryFileIsWholeAndTheNextRunCompletesThem(String experiment)
      throws Exception {
    SortedMap<String, String> expected = undisturbed(experiment);
    List<String> run = JarProcess.command(List.of(), "run", "-q", experiment + ".yaml", "--fresh");
    long life = life(run);
    SplittableRandom random = new SplittableRandom(3);
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killed += killedWithin(run, 1 + random.nextLong(life)) ? 1 : 0;
      assertThat(expected).containsAllEntriesOf(jar.finished("results/" + experiment));
    }
    assertThat(killed).isPositive();
    assertTheNextRunIsWhole(experiment, expected);
  }

  /** All trials are in the journal, so that the second half of a run's life is its reports. */
  @Test
  void killedWhileItWritesReportsEveryFileIsWhole() throws Exception {
    SortedMap<String, String> expected = undisturbed("sweep");
    assertThat(jar.run("run", "-q", "sweep.yaml")).isZero();
    List<String> run = JarProcess.command(List.of(), "run", "-q", "sweep.yaml");
    long half = life(run) / 2;
    SplittableRandom random = new SplittableRandom(8);
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killed += killedWithin(run, half + 1 + random.nextLong(half)) ? 1 : 0;
      assertThat(expected).containsAllEntriesOf(jar.finished("results/sweep"));
    }
    assertThat(killed).isPositive();
    assertTheNextRunIsWhole("sweep", expected);
  }

  /** Each byte in turn is damaged by the test of the journal itself. */
  @Test
  void aDamagedJournalIsToldAndTheResultsAreTheSame() throws Exception {
    SortedMap<String, String> expected = undisturbed("small");
    assertThat(jar.run("run", "-q", "small.yaml")).isZero();
    Path journal = jar.folder().resolve("results/small/.lockstep/journal");
    byte[] whole = Files.readAllBytes(journal);
    for (int part = 0; part < DAMAGES; part++) {
      byte[] damaged = whole.clone();
      damaged[part * whole.length / DAMAGES] ^= 0x20;
      int cut = part == 0 ? 1 : 0;
      Files.write(journal, Arrays.copyOf(damaged, whole.length - cut));

      assertThat(jar.run("run", "small.yaml")).as(jar.errors()).isZero();
      assertThat(jar.errors()).contains("journal").doesNotContain("\tat ");
      assertThat(jar.texts("results/small")).isEqualTo(expected);
    }
  }

  /** How long a command lasts, in milliseconds. */
  private long life(List<String> command) throws Exception {
    long start = System.nanoTime();
    assertThat(jar.start(command).waitFor()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private boolean killedWithin(List<String> command, long millis) throws Exception {
    Process process = jar.start(command);
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  @Test
  void aKilledVerificationHasChangedNothing() throws Exception {
    assertThat(jar.run("run", "-q", "single.yaml", "sweep.yaml")).isZero();
    SortedMap<String, String> before = jar.texts(".");
    List<String> verify = JarProcess.command(List.of(), "verify", "single.yaml", "sweep.yaml");
    long life = life(verify);
    SplittableRandom random = new SplittableRandom(5);
    for (int kill = 0; kill < KILLS; kill++) {
      killedWithin(verify, 1 + random.nextLong(life));
    }
    assertThat(jar.texts(".")).isEqualTo(before);
    assertThat(jar.run("verify", "single.yaml", "sweep.yaml")).isZero();
  }

  /**
   * A process that may write files of so many kilobytes only, as a quota or a disk would have it.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 12})
  @DisabledOnOs(OS.WINDOWS)
  void filesThatCannotBeWrittenAreToldAndNothingHalfIsLeft(int kilobytes) throws Exception {
    SortedMap<String, String> expected = undisturbed("single");
    List<String> command = new ArrayList<>(List.of("bash", "-c"));
    command.add("ulimit -f " + kilobytes + "; exec \"$@\"");
    command.add("lockstep");
    command.addAll(
        JarProcess.command(List.of("-XX:-UsePerfData"), "run", "-q", "--fresh", "single.yaml"));

    int code = jar.start(command).waitFor();

    assertThat(code).as(jar.errors()).isEqualTo(ExitCode.FAILED);
    assertThat(expected).containsAllEntriesOf(jar.texts("results/single"));
    assertTheNextRunIsWhole("single", expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "sweep"})
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldInOneLineAndTheNextRunCompletesTheResults(String experiment)
      throws Exception {
    SortedMap<String, String> expected = undisturbed(experiment);
    Path disk = Files.createDirectory(jar.folder().resolve("results"));
    assumeTrue(mount(disk, "size=60k"), "only the administrator can make small disks");
    try {
      int code = jar.run("run", "-q", experiment + ".yaml");

      assertThat(code).isEqualTo(ExitCode.FAILED);
      assertThat(jar.errors()).contains("No space left").doesNotContain("\tat ");
      assertThat(expected).containsAllEntriesOf(jar.texts("results/" + experiment));
      assertThat(mount(disk, "remount,size=64m")).isTrue();
      assertTheNextRunIsWhole(experiment, expected);
    } finally {
      unmount(disk);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatIsReadOnlyIsToldInOneLine() throws Exception {
    Path disk = Files.createDirectory(jar.folder().resolve("results"));
    assumeTrue(mount(disk, "size=1m,ro"), "only the administrator can make small disks");
    try {
      assertThat(jar.run("run", "-q", "single.yaml")).isEqualTo(ExitCode.FAILED);
      assertThat(jar.errors()).contains("Read-only file system").hasLineCount(1);
    } finally {
      unmount(disk);
    }
  }

  private static boolean mount(Path folder, String options) throws Exception {
    return succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
  }

  private static void unmount(Path folder) throws Exception {
    assertThat(succeeds("umount", folder.toString())).isTrue();
  }

  private static boolean succeeds(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsRemovedMeanwhileIsToldWithoutAStackTrace() throws Exception {
    Process process = slowSweepThatHasBegun();
    delete(jar.folder().resolve("results"));

    assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED);
    assertThat(jar.errors()).contains("lockstep: ").doesNotContain("\tat ");
    assertTheNextRunIsWhole("slow", undisturbed("slow"));
  }

  private Process slowSweepThatHasBegun() throws Exception {
    Process process = jar.start(JarProcess.command(List.of(), "run", "-q", "slow.yaml"));
    Path journal = jar.folder().resolve("results/slow/.lockstep/journal");
    while (process.isAlive() && !(Files.exists(journal) && Files.size(journal) > 2000)) {
      Thread.sleep(5);
    }
    return process;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void processesOnOneFolderDoNotHarmEachOther(int processes) throws Exception {
    SortedMap<String, String> expected = undisturbed("sweep");
    List<Process> all = new ArrayList<>();
    for (int process = 0; process < processes; process++) {
      List<String> run = JarProcess.command(List.of(), "run", "-q", "sweep.yaml");
      all.add(jar.start(run, "." + process));
    }
    int wrote = 0;
    for (int process = 0; process < processes; process++) {
      int code = all.get(process).waitFor();
      assertThat(code).isIn(ExitCode.FINE, ExitCode.BAD_INPUT);
      if (code == ExitCode.BAD_INPUT) {
        assertThat(jar.errors("." + process)).contains("is being written by another run");
      } else {
        wrote++;
      }
    }
    assertThat(wrote).isPositive();
    assertThat(jar.texts("results/sweep")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  @DisabledOnOs(OS.WINDOWS)
  void aSweepThatIsToldToEndGoesOnWhereItWas(String signal) throws Exception {
    assumeTrue(
        signal.equals("TERM") || JarProcess.isInterruptible(), "interrupts are ignored here");
    Process process = slowSweepThatHasBegun();
    succeeds("kill", "-" + signal, Long.toString(process.pid()));

    int code = process.waitFor();
    assertThat(code).isEqualTo(signal.equals("INT") ? ExitCode.INTERRUPTED : 143);
    assertThat(jar.errors()).doesNotContain("\tat ");
    assertTheNextRunIsWhole("slow", undisturbed("slow"));
  }

  @Test
  void trialsThatDoNotFitIntoMemoryTogetherAreTriedAgainOneByOne() throws Exception {
    String[] run = {"run", "-q", "large.yaml", "--workers", "12"};

    int code = jar.start(JarProcess.command(List.of("-Xmx160m"), run)).waitFor();

    assertThat(code).as(jar.errors()).isZero();
    assertThat(jar.texts("results/large")).isEqualTo(undisturbed("large"));
  }
}
