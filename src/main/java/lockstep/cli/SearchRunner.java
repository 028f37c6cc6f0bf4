package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.experiment.Numerics;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.report.ResultsLayout;
import lockstep.report.SearchInput;
import lockstep.report.SearchReport;
import lockstep.search.SearchOutcome;
import lockstep.search.SearchResults;
import lockstep.search.SearchRun;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepOutcome;

/**
 * Runs the trials of a search that are not in its folder's journal, and writes its report.
 *
 * @param experiment what to run
 * @param settings how
 * @param output who is told
 */
record SearchRunner(Experiment experiment, RunSettings settings, Output output)
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
      SearchOutcome outcome = search(journal, diagnostics);
      if (outcome.results().isEmpty()) {
        output.failed(experiment.name(), "a trial could not be done; see " + folder);
        return ExitCode.FAILED;
      }
      FinishedSweep finished = finish(outcome, results, folder);
      diagnostics.info("wrote " + folder);
      if (!settings.quiet()) {
        output.swept(finished);
      }
      return finished.exitCode();
    }
  }

  private SearchOutcome search(Journal journal, Diagnostics diagnostics) throws IOException {
    try (SweepProgress progress =
        SweepProgress.of(experiment, diagnostics, settings.tellsProgress())) {
      return new SearchRun(experiment, journal, settings.sweep(), progress).run();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the same command goes on from here", interruption);
    }
  }

  private FinishedSweep finish(SearchOutcome outcome, ResultsFolder results, Path folder)
      throws IOException, FolderRefusedException {
    SearchResults found = outcome.results().orElseThrow();
    SearchInput input = SearchInput.of(experiment, found, Numerics.VERSION);
    SearchReport report = SearchReport.of(input);
    results.replace(report.files());
    SweepOutcome trials =
        new SweepOutcome(outcome.ran(), outcome.failed(), Optional.of(found.trials()));
    return FinishedSweep.of(found.attempts(), trials, report.sentence(), folder);
  }
}
