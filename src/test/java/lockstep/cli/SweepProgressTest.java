package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.sweep.Ending;
import lockstep.sweep.TrialRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log tells of a sweep while a clock jumps. */
class SweepProgressTest {
  private static final long SECOND = 1_000_000_000;
  private static final TrialRecord DONE =
      new TrialRecord(
          new Ending("completed", Optional.empty(), OptionalInt.empty()),
          List.of(),
          0,
          OptionalInt.empty(),
          List.of(),
          List.of(),
          0,
          List.of());

  @TempDir private Path folder;

  /** Tells of one trial after another; the clock moves by so much before each. */
  private List<String> log(long... jumps) throws IOException {
    Deque<Long> now = new ArrayDeque<>(List.of(0L));
    Path log = folder.resolve("run.log");
    PrintWriter troubles = new PrintWriter(System.err, true);
    LongSupplier clock = now::getLast;
    try (Diagnostics diagnostics = Diagnostics.into(log, Optional.empty(), troubles);
        SweepProgress progress = SweepProgress.of(sweep(), diagnostics, false, clock)) {
      progress.begins(4, OptionalInt.empty());
      for (long jump : jumps) {
        progress.started(0);
        now.add(now.getLast() + jump);
        progress.finished(0, DONE);
      }
    }
    return Files.readAllLines(log).stream().map(line -> line.split(" INFO ")[1]).toList();
  }

  private Experiment sweep() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sweep.yaml"),
            """
            data: {generator: xor}
            network: {layers: [2, 1]}
            training: {loss: mse, learning_rate: 1, epochs: 1}
            sweep: {repeats: 4}
            """);
    return ExperimentFile.read(file, List.of()).experiment().orElseThrow();
  }

  @Test
  void aLineEveryThirtySecondsTellsTheRateAndTheTimeLeft() throws IOException {
    assertThat(log(10 * SECOND, 30 * SECOND, SECOND))
        .containsExactly(
            "4 trials",
            "sweep  2 of 4 trials, 0 running, 0 diverged, 0.0500/s, 40 s left",
            "3 trials run, 0 known");
  }

  @Test
  void aClockThatGoesBackOnlyMakesTheNextLineLater() throws IOException {
    assertThat(log(31 * SECOND, -1000 * SECOND, 1031 * SECOND))
        .containsExactly(
            "4 trials",
            "sweep  1 of 4 trials, 0 running, 0 diverged, 0.0323/s, 1 min left",
            "sweep  3 of 4 trials, 0 running, 0 diverged, 0.0484/s, 21 s left",
            "3 trials run, 0 known");
  }

  @Test
  void aClockThatJumpsByAYearTellsOfHours() throws IOException {
    assertThat(log(365 * 86_400 * SECOND, SECOND))
        .containsExactly(
            "4 trials",
            "sweep  1 of 4 trials, 0 running, 0 diverged, 3.17e-08/s, 26280 h 00 min left",
            "2 trials run, 0 known");
  }
}
