package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.config.Experiment;
import lockstep.expectation.Check;
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
    Checks checks,
    String sentence,
    Path folder) {

  /** How many trials ended otherwise than they should. */
  record Counts(int diverged, int pruned, int failed) {}

  /**
   * The expectations of all trials.
   *
   * @param expected how many there were
   * @param failed those that did not hold, each with its trial in front of its place; at most
   *     {@value #MOST}
   * @param failures how many did not hold
   */
  record Checks(int expected, List<Check> failed, int failures) {
    private static final int MOST = 100;
  }

  /** Looks through the trials of a sweep that has ended. */
  static FinishedSweep of(
      Experiment experiment, SweepOutcome outcome, String sentence, Path folder)
      throws IOException {
    SweepResults results = outcome.results().orElseThrow();
    Tally tally = new Tally();
    results.forEach(tally::add);
    return new FinishedSweep(
        experiment.name(),
        experiment.trials(),
        outcome.ran(),
        new Counts(tally.diverged, tally.pruned, tally.failed),
        new Checks(tally.expected, tally.failedChecks, tally.failures),
        sentence,
        folder);
  }

  /** What adds up over the trials. */
  private static final class Tally {
    private int diverged;
    private int pruned;
    private int failed;
    private int expected;
    private int failures;
    private final List<Check> failedChecks = new ArrayList<>();

    private void add(SweepResults.Entry entry) {
      diverged += entry.record().ending().diverged() ? 1 : 0;
      pruned += entry.record().ending().pruned() ? 1 : 0;
      failed += entry.record().ending().failed() ? 1 : 0;
      expected += entry.record().expectations();
      failures += entry.record().failures().size();
      for (Check check : entry.record().failures()) {
        if (failedChecks.size() < Checks.MOST) {
          String place = "trial " + (entry.trial() + 1) + ": " + check.place();
          failedChecks.add(
              new Check(place, check.expected(), check.found(), check.exact(), check.holds()));
        }
      }
    }
  }

  int exitCode() {
    if (counts.failed() > 0) {
      return ExitCode.FAILED;
    }
    return checks.failures() == 0 ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }
}
