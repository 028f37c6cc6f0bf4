package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lockstep.config.Experiment;
import lockstep.config.ExperimentReader;
import lockstep.config.Reading;
import lockstep.config.Search;
import lockstep.report.EarlierTrials;
import lockstep.report.ResultsLayout;
import lockstep.search.SearchPlan;
import lockstep.sweep.Journal;
import lockstep.sweep.Plan;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep plan FILE}: the trials of an experiment, and which of them are done. */
final class PlanCommand implements Callable<Integer> {
  /**
   * From this number of trials on, another JVM is worth its start: extrapolated, not measured.
   * 100,000 draws of four keys took 17 s of processor time with the first compiler only and 21 s
   * with both, on a busy machine.
   */
  private static final int MANY = 400_000;

  private final CommandDefinition.Values<Path> files;
  private final CommandDefinition.Requested requested;
  private final CommandDefinition.OptionalPath out;
  private final CommandDefinition.Flag csv;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  PlanCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "plan",
            this,
            "Tells the trials of experiments: how many there are, the first and last of them with"
                + " their values and digests, which are done and why others run. Runs nothing.");
    definition.examples(
        "  lockstep plan experiments/learning_rate_by_depth.yaml",
        "  lockstep plan experiments/learning_rate_by_depth.yaml --csv > trials.csv");
    files = definition.paths("FILE", "Experiment files.");
    requested = definition.request();
    out = definition.path("--out", "DIR", "Where the results folders are. Default: results.");
    csv = definition.flag("Prints all trials as comma-separated values.", "--csv");
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
    if (isLong(readers)) {
      return ExitCode.LONG_WORK;
    }
    Output output = Output.of(spec.commandLine(), json);
    int code = ExitCode.FINE;
    for (ExperimentReader reader : readers) {
      Reading reading = reader.read();
      output.problems(reading.problems());
      if (reading.experiment().isPresent()) {
        plan(reading.experiment().get());
      } else {
        code = ExitCode.BAD_INPUT;
      }
    }
    return code;
  }

  /** Whether so many digests are wanted that another JVM has them sooner. */
  private boolean isLong(List<ExperimentReader> readers) {
    return LongWorkJvm.isThere()
        && readers.stream()
            .flatMap(file -> file.glance().stream())
            .anyMatch(sweep -> sweep.trials() >= MANY && wantsDigests(sweep));
  }

  private boolean wantsDigests(Experiment experiment) {
    return csv.on()
        || json.on()
        || experiment.mayRepeatItself()
        || Files.isRegularFile(journal(experiment));
  }

  private Path folder(Experiment experiment) {
    return out.path().orElse(RunCommand.RESULTS).resolve(experiment.name());
  }

  private Path journal(Experiment experiment) {
    return ResultsLayout.journal(folder(experiment));
  }

  private void plan(Experiment experiment) throws IOException {
    Path file = journal(experiment);
    if (!Files.isRegularFile(file)) {
      tell(experiment, Optional.empty());
      return;
    }
    try (Journal journal = Journal.look(file)) {
      tell(experiment, Optional.of(journal));
    }
  }

  private void tell(Experiment experiment, Optional<Journal> journal) throws IOException {
    PlanText plan = text(experiment, journal);
    if (json.on()) {
      plan.json();
    } else if (csv.on()) {
      plan.csv();
    } else {
      plan.text();
    }
  }

  private PlanText text(Experiment experiment, Optional<Journal> journal) throws IOException {
    PrintWriter told = spec.commandLine().getOut();
    if (experiment.search().filter(Search.LargestStable.class::isInstance).isPresent()) {
      return new SearchPlanOutput(told, new SearchPlan(experiment, journal));
    }
    Path summary = folder(experiment).resolve(ResultsLayout.SUMMARY);
    Set<String> reported = Files.isRegularFile(summary) ? EarlierTrials.digests(summary) : Set.of();
    Plan plan =
        new Plan(experiment, journal, digest -> reported.contains(EarlierTrials.shortened(digest)));
    return new PlanOutput(told, plan);
  }
}
