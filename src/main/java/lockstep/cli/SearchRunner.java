package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.experiment.Numerics;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.report.SearchInput;
import lockstep.report.SearchReport;
import lockstep.search.SearchOutcome;
import lockstep.search.SearchResults;
import lockstep.search.SearchRun;
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
    return new KeptTrials(experiment, settings, output)
        .run(
            results,
            diagnostics,
            (journal, progress) ->
                new SearchRun(experiment, journal, settings.sweep(), progress).run(),
            outcome -> finish(outcome, results, folder));
  }

  private Optional<FinishedSweep> finish(SearchOutcome outcome, ResultsFolder results, Path folder)
      throws IOException, FolderRefusedException {
    if (outcome.results().isEmpty()) {
      return Optional.empty();
    }
    SearchResults found = outcome.results().get();
    SearchInput input = SearchInput.of(experiment, found, Numerics.VERSION);
    SearchReport report = SearchReport.of(input);
    results.replace(report.files());
    SweepOutcome trials =
        new SweepOutcome(outcome.ran(), outcome.failed(), Optional.of(found.trials()));
    return Optional.of(FinishedSweep.of(found.attempts(), trials, report.sentence(), folder));
  }
}
