package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import lockstep.config.Experiment;
import lockstep.sweep.SweepChecks;
import lockstep.sweep.SweepOutcome;
import lockstep.sweep.SweepResults;

/**
 * A sweep whose results are written.
 *
 * @param name the experiment's name
 * @param trials how many trials it has
 * @param ran how many of them were run now
 * @param counts how many diverged, were pruned, or could not be done
 * @param checks how many expectations there were, and which of them did not hold
 * @param sentence what came out, in a sentence
 * @param folder where the results are
 */
record FinishedSweep(
    String name,
    int trials,
    int ran,
    Counts counts,
    SweepChecks checks,
    String sentence,
    Path folder) {

  /** How many trials ended otherwise than they should. */
  record Counts(int diverged, int pruned, int failed) {}

  /** Looks through the trials of a sweep that has ended. */
  static FinishedSweep of(Experiment experiment, SweepOutcome outcome, String sentence, Path folder)
      throws IOException {
    SweepResults results = outcome.results().orElseThrow();
    Tally tally = new Tally();
    results.forEach(tally::add);
    return new FinishedSweep(
        experiment.name(),
        experiment.trials(),
        outcome.ran(),
        new Counts(tally.diverged, tally.pruned, tally.failed),
        SweepChecks.of(results),
        sentence,
        folder);
  }

  /** What adds up over the trials. */
  private static final class Tally {
    private int diverged;
    private int pruned;
    private int failed;

    private void add(SweepResults.Entry entry) {
      diverged += entry.record().ending().diverged() ? 1 : 0;
      pruned += entry.record().ending().pruned() ? 1 : 0;
      failed += entry.record().ending().failed() ? 1 : 0;
    }
  }

  int exitCode() {
    if (counts.failed() > 0) {
      return ExitCode.FAILED;
    }
    return checks.failures() == 0 ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }
}
