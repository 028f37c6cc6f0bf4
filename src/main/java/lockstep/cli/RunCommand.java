package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Problem;
import lockstep.config.Reading;
import lockstep.expectation.Check;
import lockstep.expectation.ExpectationCheck;
import lockstep.experiment.Numerics;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.report.Configuration;
import lockstep.report.FolderRefusedException;
import lockstep.report.Report;
import lockstep.report.ReportInput;
import lockstep.report.ResultsFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code lockstep run FILE...}: trains and writes the reports. */
final class RunCommand implements Callable<Integer> {
  /** Where the results folders go if nothing else is said. */
  static final Path RESULTS = Path.of("results");

  private static final String LOG = "run.log";

  private final CommandDefinition.Values<Path> files;
  private final CommandDefinition.Values<String> overrides;
  private final CommandDefinition.OptionalPath out;
  private final CommandDefinition.Flag fresh;
  private final CommandDefinition.Flag quiet;
  private final CommandDefinition.Flag verbose;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  RunCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "run",
            this,
            "Runs experiments and writes their reports to results/<experiment>/.",
            "Every file is validated before the first one runs. A run that diverges is a result,"
                + " not an error; expectations that do not hold give exit code 1.");
    definition.examples(
        "  lockstep run experiments/published/two_circles.yaml",
        "  lockstep run experiments/xor.yaml --set training.learning_rate=0.1 --out trial");
    files = definition.paths("FILE", "Experiment files.");
    overrides = definition.overrides();
    out = definition.path("--out", "DIR", "Where the results folders go. Default: results.");
    fresh = definition.flag("Replaces results that belong to another configuration.", "--fresh");
    quiet = definition.flag("Prints only what went wrong, and keeps no log.", "-q", "--quiet");
    verbose = definition.flag("Shows the log on stderr as well.", "-v", "--verbose");
    json = definition.json();
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Output output = Output.of(spec.commandLine(), json);
    List<ExperimentSpec> experiments = new ArrayList<>();
    List<Problem> problems = read(experiments);
    if (!problems.isEmpty()) {
      output.problems(problems);
      return ExitCode.BAD_INPUT;
    }
    refuseSharedNames(experiments);
    if (LongWorkJvm.shouldTake(experiments)) {
      return ExitCode.LONG_WORK;
    }
    int code = ExitCode.FINE;
    for (ExperimentSpec experiment : experiments) {
      code = Math.max(code, run(experiment, output));
    }
    return code;
  }

  private List<Problem> read(List<ExperimentSpec> experiments) {
    List<Problem> problems = new ArrayList<>();
    for (Path file : files.all()) {
      Reading reading = ExperimentFile.read(file, overrides.all());
      problems.addAll(reading.problems());
      reading.spec().ifPresent(experiments::add);
    }
    return problems;
  }

  private void refuseSharedNames(List<ExperimentSpec> experiments) {
    Set<String> names = new TreeSet<>();
    for (ExperimentSpec experiment : experiments) {
      if (!names.add(experiment.name())) {
        throw new ParameterException(
            spec.commandLine(),
            "two of the files are named " + experiment.name() + " and would share a folder");
      }
    }
  }

  private int run(ExperimentSpec experiment, Output output) throws IOException {
    Configuration configuration = Configuration.of(experiment, Numerics.VERSION);
    Path folder = out.path().orElse(RESULTS).resolve(experiment.name());
    try (ResultsFolder results = ResultsFolder.open(folder, configuration, fresh.on());
        Diagnostics diagnostics = diagnostics(results)) {
      FinishedRun run = run(experiment, results, diagnostics, folder);
      if (!quiet.on()) {
        output.ran(run);
      }
      return run.allHold() ? ExitCode.FINE : ExitCode.CHECK_FAILED;
    } catch (FolderRefusedException refusal) {
      output.failed(experiment.name(), refusal.getMessage() + advice(refusal));
      return ExitCode.BAD_INPUT;
    }
  }

  private FinishedRun run(
      ExperimentSpec experiment, ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException {
    diagnostics.info("run " + experiment.name() + ", numerics " + Numerics.VERSION);
    TrialResult result;
    try (Progress progress = Progress.of(experiment, !quiet.on() && !verbose.on())) {
      result = Trial.run(experiment, progress);
    }
    diagnostics.info(
        "trained to epoch " + result.history().lastEpoch() + ": " + result.verdict().word());
    List<Check> checks = ExpectationCheck.of(result);
    checks.stream()
        .filter(check -> !check.holds())
        .forEach(check -> diagnostics.warn(check.place() + " is " + check.exact()));
    ReportInput input = ReportInput.of(result, checks, Numerics.VERSION);
    String sentence = Report.sentence(input);
    diagnostics.info(sentence);
    results.replace(Report.files(input));
    diagnostics.info("wrote " + folder);
    return new FinishedRun(result, checks, sentence, folder);
  }

  private Diagnostics diagnostics(ResultsFolder results) {
    if (quiet.on()) {
      return Diagnostics.NONE;
    }
    Optional<OutputStream> console =
        verbose.on() ? Optional.of(new FileOutputStream(FileDescriptor.err)) : Optional.empty();
    return Diagnostics.into(results.state().resolve(LOG), console, spec.commandLine().getErr());
  }

  private static String advice(FolderRefusedException refusal) {
    return switch (refusal.reason()) {
      case OTHER_CONFIGURATION ->
          "--fresh replaces them; --out DIR keeps them and writes elsewhere.";
      case FOREIGN_FILES -> "; --out DIR writes elsewhere.";
      case IN_USE -> ".";
    };
  }
}
