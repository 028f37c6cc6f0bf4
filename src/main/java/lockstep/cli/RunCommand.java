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
import lockstep.config.Experiment;
import lockstep.config.ExperimentReader;
import lockstep.config.Problem;
import lockstep.config.Reading;
import lockstep.config.Search;
import lockstep.experiment.Numerics;
import lockstep.report.Configuration;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;
import lockstep.sweep.SweepSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code lockstep run FILE...}: trains and writes the reports. */
final class RunCommand implements Callable<Integer> {
  /** Where the results folders go if nothing else is said. */
  static final Path RESULTS = Path.of("results");

  private static final String LOG = "run.log";

  private final CommandDefinition.Values<Path> files;
  private final CommandDefinition.Requested requested;
  private final CommandDefinition.OptionalPath out;
  private final CommandDefinition.Flag fresh;
  private final CommandDefinition.Flag quiet;
  private final CommandDefinition.Flag verbose;
  private final WorkerOption workers;
  private final CommandDefinition.Flag failFast;
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
    requested = definition.request();
    out = definition.path("--out", "DIR", "Where the results folders go. Default: results.");
    fresh = definition.flag("Replaces results that belong to another configuration.", "--fresh");
    quiet = definition.flag("Prints only what went wrong, and keeps no log.", "-q", "--quiet");
    verbose = definition.flag("Shows the log on stderr as well.", "-v", "--verbose");
    workers = WorkerOption.in(definition);
    failFast = definition.flag("Ends a sweep at the first trial that fails.", "--fail-fast");
    json = definition.json();
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    List<ExperimentReader> readers = requested.open(files);
    if (LongWorkJvm.shouldTakeAtAGlance(readers)) {
      return ExitCode.LONG_WORK;
    }
    Output output = Output.of(spec.commandLine(), json);
    List<Experiment> experiments = new ArrayList<>();
    List<Problem> problems = read(readers, experiments);
    if (!problems.isEmpty()) {
      output.problems(problems);
      return ExitCode.BAD_INPUT;
    }
    refuseSharedNames(experiments);
    RunSettings settings = settings();
    if (LongWorkJvm.shouldTake(experiments)) {
      return ExitCode.LONG_WORK;
    }
    int code = ExitCode.FINE;
    for (Experiment experiment : experiments) {
      code = Math.max(code, run(experiment, settings, output));
    }
    return code;
  }

  private static List<Problem> read(List<ExperimentReader> readers, List<Experiment> experiments) {
    List<Problem> problems = new ArrayList<>();
    for (ExperimentReader reader : readers) {
      Reading reading = reader.read();
      problems.addAll(reading.problems());
      reading.experiment().ifPresent(experiments::add);
    }
    return problems;
  }

  private void refuseSharedNames(List<Experiment> experiments) {
    Set<String> names = new TreeSet<>();
    for (Experiment experiment : experiments) {
      if (!names.add(experiment.name())) {
        throw new ParameterException(
            spec.commandLine(),
            "two of the files are named " + experiment.name() + " and would share a folder");
      }
    }
  }

  private RunSettings settings() {
    return new RunSettings(
        out.path().orElse(RESULTS),
        fresh.on(),
        quiet.on(),
        verbose.on(),
        new SweepSettings(workers.count(spec.commandLine()), failFast.on()));
  }

  private int run(Experiment experiment, RunSettings settings, Output output) throws IOException {
    Configuration configuration = Configuration.of(experiment, Numerics.VERSION);
    Path folder = settings.out().resolve(experiment.name());
    Optional<SweepChange> change =
        settings.fresh() ? Optional.empty() : SweepChange.of(experiment, folder);
    boolean replaces = settings.fresh() || change.isPresent();
    try (ResultsFolder results = ResultsFolder.open(folder, configuration, replaces);
        Diagnostics diagnostics = diagnostics(results)) {
      change.flatMap(SweepChange::note).ifPresent(note -> output.noted(experiment.name(), note));
      diagnostics.info("run " + experiment.name() + ", numerics " + Numerics.VERSION);
      return runner(experiment, settings, output).run(results, diagnostics, folder);
    } catch (FolderRefusedException refusal) {
      output.failed(experiment.name(), refusal.getMessage() + advice(refusal));
      return ExitCode.BAD_INPUT;
    }
  }

  private static ExperimentRunner runner(
      Experiment experiment, RunSettings settings, Output output) {
    if (experiment.search().isPresent()) {
      return experiment.search().get() instanceof Search.RangeTest
          ? new RangeRunner(experiment, settings, output)
          : new SearchRunner(experiment, settings, output);
    }
    return experiment.isSweep()
        ? new SweepRunner(experiment, settings, output)
        : new TrialRunner(experiment.spec(0), settings, output);
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
          "--fresh replaces them and runs every trial again; --out DIR keeps them and writes elsewhere.";
      case FOREIGN_FILES -> "; --out DIR writes elsewhere.";
      case IN_USE -> ".";
    };
  }
}
