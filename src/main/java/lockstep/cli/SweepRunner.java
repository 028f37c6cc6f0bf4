package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.experiment.Numerics;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.report.SweepInput;
import lockstep.report.SweepReport;
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
    return new KeptTrials(experiment, settings, output)
        .run(
            results,
            diagnostics,
            (journal, progress) ->
                new SweepRun(experiment, journal, settings.sweep(), progress).run(),
            outcome -> finish(outcome, results, folder));
  }

  private Optional<FinishedSweep> finish(SweepOutcome outcome, ResultsFolder results, Path folder)
      throws IOException, FolderRefusedException {
    if (outcome.results().isEmpty()) {
      return Optional.empty();
    }
    SweepResults trials = outcome.results().get();
    SweepInput input =
        SweepInput.of(experiment, trial -> trials.at(trial).record(), Numerics.VERSION);
    SweepReport report = SweepReport.of(input);
    results.replace(report.files());
    return Optional.of(FinishedSweep.of(experiment, outcome, report.sentence(), folder));
  }
}
