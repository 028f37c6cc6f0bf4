package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.report.ResultsLayout;
import lockstep.sweep.Journal;

/**
 * Runs the trials of an experiment that are not in its folder's journal, and writes its report:
 * what is the same for sweeps and searches.
 *
 * @param experiment what to run
 * @param settings how
 * @param output who is told
 */
record KeptTrials(Experiment experiment, RunSettings settings, Output output) {

  /** Runs trials, and keeps them in a journal. */
  @FunctionalInterface
  interface Trials<T> {
    /**
     * Runs what is missing.
     *
     * @throws InterruptedException if it was told to stop
     * @throws IOException if the journal cannot be read or written
     */
    T run(Journal journal, SweepProgress progress) throws IOException, InterruptedException;
  }

  /** Writes results. */
  @FunctionalInterface
  interface Ending<T> {
    /**
     * Writes what came out.
     *
     * @return empty if a trial could not be done
     * @throws FolderRefusedException if files of another origin are in the way
     * @throws IOException if something cannot be read or written
     */
    Optional<FinishedSweep> finish(T outcome) throws IOException, FolderRefusedException;
  }

  /**
   * Runs, writes and tells.
   *
   * @return the exit code
   * @throws FolderRefusedException if files of another origin are in the way
   * @throws IOException if something cannot be read or written, or the run was interrupted
   */
  <T> int run(ResultsFolder results, Diagnostics diagnostics, Trials<T> trials, Ending<T> ending)
      throws IOException, FolderRefusedException {
    Path file = results.state().resolve(ResultsLayout.JOURNAL);
    if (settings.fresh()) {
      Files.deleteIfExists(file);
    }
    try (Journal journal = Journal.open(file)) {
      for (String note : journal.notes()) {
        diagnostics.warn(note);
        output.noted(experiment.name(), note);
      }
      return told(ending.finish(outcome(journal, diagnostics, trials)), diagnostics);
    }
  }

  private <T> T outcome(Journal journal, Diagnostics diagnostics, Trials<T> trials)
      throws IOException {
    try (SweepProgress progress =
        SweepProgress.of(experiment, diagnostics, settings.tellsProgress())) {
      return trials.run(journal, progress);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the same command goes on from here", interruption);
    }
  }

  private int told(Optional<FinishedSweep> finished, Diagnostics diagnostics) {
    Path folder = settings.out().resolve(experiment.name());
    if (finished.isEmpty()) {
      output.failed(experiment.name(), "a trial could not be done; see " + folder);
      return ExitCode.FAILED;
    }
    diagnostics.info("wrote " + folder);
    if (!settings.quiet()) {
      output.swept(finished.get());
    }
    return finished.get().exitCode();
  }
}
