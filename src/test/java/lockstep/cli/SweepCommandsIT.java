package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps by the real jar, in processes of their own. */
class SweepCommandsIT {
  private static final int KILLS = 25;
  private static final int LONGEST_LIFE_MILLIS = 1600;

  private static final String SWEEP =
      """
      data: {generator: circles, samples: 200, factor: 0.5, noise: 0.1}
      network: {layers: [2, 8, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 60}
      record: {every: 20}
      sweep:
        grid:
          training.learning_rate: {logspace: [-3, 3, 50]}
        repeats: 20
      """;

  private static final String SMALL =
      """
      data: {generator: xor}
      network: {layers: [2, 3, 1]}
      training: {loss: mse, learning_rate: 0.1, epochs: 3}
      expect:
        - {epoch: final, loss: 5, where: {training.learning_rate: 0.2}}
      sweep:
        grid: {training.learning_rate: [0.1, 0.2, 0.3]}
      """;

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeAnEmptyFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("work"));
  }

  @Test
  void aThousandTrialsGiveTheSameBytesForAnyWorkersAndAfterKills() throws Exception {
    write("sweep", SWEEP);
    assertThat(run("run", "sweep.yaml", "--out", "one", "--workers", "1", "-q")).isZero();
    assertThat(run("run", "sweep.yaml", "--out", "seven", "--workers", "7", "-q")).isZero();
    int killed = killed("run", "sweep.yaml", "--out", "killed", "--workers", "2", "-q");
    assertThat(killed).isPositive();
    assertThat(run("run", "sweep.yaml", "--out", "killed", "--workers", "2", "-q")).isZero();

    SortedMap<String, String> undisturbed = texts(folder.resolve("one/sweep"));
    assertThat(undisturbed.get("summary.csv")).hasLineCount(1001);
    assertThat(texts(folder.resolve("seven/sweep"))).isEqualTo(undisturbed);
    assertThat(texts(folder.resolve("killed/sweep"))).isEqualTo(undisturbed);
    assertThat(folder.resolve("killed/sweep/.lockstep/plan.json")).doesNotExist();
  }

  /** Starts a command again and again, and ends each process at a random moment. */
  private int killed(String... arguments) throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = process(arguments).start();
      int life = 1 + random.nextInt(LONGEST_LIFE_MILLIS);
      if (!process.waitFor(life, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
    }
    return killed;
  }

  @Test
  void aSweepThatHasGrownRunsOnlyWhatIsNew() throws Exception {
    write("small", SMALL);
    assertThat(run("run", "small.yaml")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(output()).contains("trials: 3 (3 run now)", "trial 2: end: loss: expected 5");

    write("small", SMALL.replace("0.3]}", "0.3, 0.4]}\n  repeats: 2"));
    assertThat(run("plan", "small.yaml")).isZero();
    assertThat(output()).contains("8 trials (4 configurations, each 2 times)", "3 done, 5 new");
    assertThat(run("run", "small.yaml", "--json")).isEqualTo(ExitCode.CHECK_FAILED);
    JsonObject grown = JsonParser.parseString(output()).getAsJsonObject();
    assertThat(grown.get("trials").getAsInt()).isEqualTo(8);
    assertThat(grown.get("ran").getAsInt()).isEqualTo(5);
    assertThat(grown.get("expectations").getAsInt()).isEqualTo(2);
  }

  @Test
  void aSweepThatHasShrunkRunsNothingWhileItsJournalHasAllResults() throws Exception {
    write("small", SMALL.replace("0.3]}", "0.3, 0.4]}\n  repeats: 2"));
    assertThat(run("run", "small.yaml")).isEqualTo(ExitCode.CHECK_FAILED);

    write("small", SMALL.replace("0.3]}", "0.5]}"));
    assertThat(run("plan", "small.yaml")).isZero();
    assertThat(output()).contains("2 done, 1 new");
    assertThat(run("run", "small.yaml")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(output()).contains("trials: 3 (1 run now, 2 known already");
    assertThat(errors()).contains("6 of their trials no longer in it, 1 new", "in the journal");

    Files.delete(folder.resolve("results/small/.lockstep/journal"));
    write("small", SMALL.replace("0.2, 0.3]}", "0.2]}"));
    assertThat(run("run", "small.yaml")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("--fresh");
  }

  @Test
  void aPlanSaysWhyATrialThatHasResultsRunsAgain() throws Exception {
    write("small", SMALL);
    assertThat(run("run", "small.yaml")).isEqualTo(ExitCode.CHECK_FAILED);
    write("small", SMALL.replace("loss: 5", "loss: 6").replace("0.3]}", "0.3, 0.4]}"));
    assertThat(run("plan", "small.yaml")).isZero();
    assertThat(output()).contains("2 done, 1 new, 1 kept with other record or expect");
  }

  @Test
  void planListsEveryTrialForPrograms() throws Exception {
    write("small", SMALL);
    assertThat(run("plan", "small.yaml", "--csv")).isZero();
    assertThat(output().lines())
        .hasSize(4)
        .first()
        .isEqualTo("trial,configuration,repeat,training.learning_rate,digest,work,state");
    assertThat(run("plan", "small.yaml", "--json")).isZero();
    assertThat(output().lines().map(JsonParser::parseString)).hasSize(4);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void verifyRunsASweepAfreshAndComparesItsBytes() throws Exception {
    write("small", SMALL.replace("loss: 5", "verdict: completed"));
    write("small", SMALL.replaceAll("(?m)^expect:\n.*\n", ""));
    assertThat(run("run", "small.yaml")).isZero();
    assertThat(run("verify", "small.yaml", "results")).isZero();
    assertThat(output()).contains("files identical", "1 passed, 0 failed");
    Path summary = folder.resolve("results/small/summary.csv");
    Files.writeString(summary, Files.readString(summary).replace("completed", "complete"));
    assertThat(run("verify", "small.yaml", "results")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(output()).contains("summary.csv: line 2 differs");
  }

  @Test
  void twoProcessesOnOneFolderDoNotHarmEachOther() throws Exception {
    write("sweep", SWEEP);
    Process first = process("run", "sweep.yaml", "-q").start();
    Path journal = folder.resolve("results/sweep/.lockstep/journal");
    while (first.isAlive() && !Files.exists(journal)) {
      Thread.sleep(5);
    }
    assertThat(run("run", "sweep.yaml")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("is being written by another run");
    assertThat(first.waitFor()).isZero();
    assertThat(folder.resolve("results/sweep/report.md")).exists();
  }

  @Test
  void aPlanKnowsWhatHalvingHasKept() throws Exception {
    String data = SMALL.replaceAll("(?m)^expect:\n.*\n", "");
    write("halved", data.replace("epochs: 3", "epochs: 9") + "  halving: {rungs: [2, 4]}\n");
    assertThat(run("run", "halved.yaml")).isZero();
    assertThat(run("plan", "halved.yaml")).isZero();
    assertThat(output()).contains("1 done, 2 kept up to a rung").doesNotContain("new");
  }

  @Test
  void repeatsWithOtherSeedsAreNotCalledPairs() throws Exception {
    String data = SMALL.replaceAll("(?m)^expect:\n.*\n", "");
    write("seeds", data.replaceAll("grid: .*", "grid: {network.init.seed: [1, 2]}\n  repeats: 3"));
    assertThat(run("run", "seeds.yaml")).isZero();
    assertThat(folder.resolve("results/seeds/report.md"))
        .content()
        .contains("each run 3 times", "repeats are no pairs")
        .doesNotContain("paired t-tests", "the same 3 seeds");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private int run(String... arguments) throws Exception {
    return process(arguments).start().waitFor();
  }

  private ProcessBuilder process(String... arguments) {
    List<String> command = JarProcess.command(List.of(), arguments);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(temporary.resolve("out").toFile())
        .redirectError(temporary.resolve("err").toFile());
  }

  private String output() throws IOException {
    return Files.readString(temporary.resolve("out"), UTF_8);
  }

  private String errors() throws IOException {
    return Files.readString(temporary.resolve("err"), UTF_8);
  }

  /** The files of a folder, without what differs from run to run. */
  private static SortedMap<String, String> texts(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.startsWith(".lockstep")) {
          texts.put(name, Files.readString(file, UTF_8));
        }
      }
    }
    return texts;
  }
}
