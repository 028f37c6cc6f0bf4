package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a sweep, again and again. */
class KilledSweepIT {
  private static final int KILLS = 25;
  private static final int MOST_TRIALS_BETWEEN = 8;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void aSweepKilledAtRandomMomentsLosesAndRepeatsNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    Set<String> finished = new TreeSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      for (String trial : killedAfter(1 + random.nextInt(MOST_TRIALS_BETWEEN))) {
        assertThat(finished.add(trial)).as("trial %s is not run again", trial).isTrue();
      }
    }
    assertThat(finished).hasSizeGreaterThanOrEqualTo(KILLS);
    Sweeps.Given sweep = SweepProcess.sweep(folder);
    try (Journal journal = Journal.open(folder.resolve("journal"));
        TrialStore undisturbed = Journal.temporary()) {
      assertThat(journal.size()).isGreaterThanOrEqualTo(finished.size());
      SweepOutcome outcome = Sweeps.run(sweep, journal, 2);
      assertThat(outcome.ran()).isLessThanOrEqualTo(sweep.trials() - finished.size());
      assertThat(Sweeps.records(outcome))
          .isEqualTo(Sweeps.records(Sweeps.run(sweep, undisturbed, 2)));
    }
  }

  /** Starts the sweep, kills it after some trials, and returns all that it said had finished. */
  private List<String> killedAfter(int trials) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(JAVA, "-cp", classes, SweepProcess.class.getName(), folder.toString())
            .redirectError(errors.toFile())
            .start();
    Set<String> lines = new TreeSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int trial = 0; trial < trials; trial++) {
        String line = reader.readLine();
        assertThat(line).as("%s", Files.readString(errors)).isNotNull();
        lines.add(line);
      }
      process.destroyForcibly();
      process.waitFor();
    }
    return List.copyOf(lines);
  }
}
