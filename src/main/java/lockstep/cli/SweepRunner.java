package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.config.Experiment;
import lockstep.experiment.Numerics;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.report.ResultsLayout;
import lockstep.report.SweepInput;
import lockstep.report.SweepReport;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepOutcome;
import lockstep.sweep.SweepResults;
import lockstep.sweep.SweepRun;

/**
 * Runs the trials of a sweep that are not in its folder's journal, and writes its report.
 *
 * @param experiment what to run
 * @param settings how
 * @param output who is told
 */
record SweepRunner(Experiment experiment, RunSettings settings, Output output)
    implements ExperimentRunner {

  @Override
  public int run(ResultsFolder results, Diagnostics diagnostics, Path folder)
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
      SweepOutcome outcome = trials(journal, diagnostics);
      return finish(outcome, results, diagnostics, folder);
    }
  }

  private SweepOutcome trials(Journal journal, Diagnostics diagnostics) throws IOException {
    try (SweepProgress progress =
        SweepProgress.of(experiment, diagnostics, settings.tellsProgress())) {
      return new SweepRun(experiment, journal, settings.sweep(), progress).run();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the same command goes on from here", interruption);
    }
  }

  private int finish(
      SweepOutcome outcome, ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException {
    if (outcome.results().isEmpty()) {
      output.failed(experiment.name(), "a trial could not be done; see " + folder);
      return ExitCode.FAILED;
    }
    SweepResults trials = outcome.results().get();
    SweepInput input =
        SweepInput.of(experiment, trial -> trials.at(trial).record(), Numerics.VERSION);
    SweepReport report = SweepReport.of(input);
    results.replace(report.files());
    diagnostics.info("wrote " + folder);
    FinishedSweep sweep = FinishedSweep.of(experiment, outcome, report.sentence(), folder);
    if (!settings.quiet()) {
      output.swept(sweep);
    }
    return sweep.exitCode();
  }
}
