package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lockstep.config.ExperimentSpec;
import lockstep.expectation.Check;
import lockstep.expectation.ExpectationCheck;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.report.FolderRefusedException;
import lockstep.report.Report;
import lockstep.report.ReportInput;
import lockstep.report.ResultsFolder;

/**
 * Runs an experiment with one trial and writes its report.
 *
 * @param experiment what to run
 * @param settings how
 * @param output who is told
 */
record TrialRunner(ExperimentSpec experiment, RunSettings settings, Output output)
    implements ExperimentRunner {

  @Override
  public int run(ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException {
    TrialResult result;
    try (Progress progress = Progress.of(experiment, settings.tellsProgress())) {
      result = Trial.run(experiment, progress);
    }
    diagnostics.info(
        "trained to epoch " + result.history().lastEpoch() + ": " + result.verdict().word());
    FinishedRun run = report(result, results, diagnostics, folder);
    if (!settings.quiet()) {
      output.ran(run);
    }
    return run.allHold() ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }

  private static FinishedRun report(
      TrialResult result, ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException {
    List<Check> checks = ExpectationCheck.of(result);
    checks.stream()
        .filter(check -> !check.holds())
        .forEach(check -> diagnostics.warn(check.place() + " is " + check.exact()));
    ReportInput input = ReportInput.of(result, checks, results.configuration());
    String sentence = Report.sentence(input);
    diagnostics.info(sentence);
    results.replace(Report.files(input));
    diagnostics.info("wrote " + folder);
    return new FinishedRun(result, checks, sentence, folder);
  }
}
