package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lockstep.config.Experiment;
import lockstep.experiment.Numerics;
import lockstep.report.FolderRefusedException;
import lockstep.report.RangeReport;
import lockstep.report.ResultsFolder;
import lockstep.search.RangeRun;

/**
 * Runs a learning-rate range test and writes its report.
 *
 * @param experiment what to run
 * @param settings how
 * @param output who is told
 */
record RangeRunner(Experiment experiment, RunSettings settings, Output output)
    implements ExperimentRunner {

  @Override
  public int run(ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException {
    RangeRun run;
    try (Progress progress = Progress.of(experiment.spec(0), settings.tellsProgress())) {
      run = RangeRun.of(experiment, progress);
    }
    RangeReport report = RangeReport.of(experiment, run, Numerics.VERSION);
    diagnostics.info(report.sentence());
    results.replace(report.files());
    diagnostics.info("wrote " + folder);
    if (!settings.quiet()) {
      output.ran(new FinishedRun(run.result(), List.of(), report.sentence(), folder));
    }
    return ExitCode.FINE;
  }
}
