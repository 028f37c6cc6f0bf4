package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.config.Search;
import lockstep.report.ResultsLayout;
import lockstep.search.SearchPlan;
import lockstep.sweep.Journal;
import lockstep.sweep.Plan;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep plan FILE}: the trials of an experiment, and which of them are done. */
final class PlanCommand implements Callable<Integer> {
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
            "Lists the trials of experiments: how many there are, their values and digests, which"
                + " are done and why others run. Runs nothing.");
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
    Output output = Output.of(spec.commandLine(), json);
    int code = ExitCode.FINE;
    for (Path file : files.all()) {
      Reading reading = ExperimentFile.read(file, requested.request());
      output.problems(reading.problems());
      if (reading.experiment().isPresent()) {
        plan(reading.experiment().get());
      } else {
        code = ExitCode.BAD_INPUT;
      }
    }
    return code;
  }

  private void plan(Experiment experiment) throws IOException {
    Path folder = out.path().orElse(RunCommand.RESULTS).resolve(experiment.name());
    Path file = folder.resolve(ResultsLayout.PRIVATE_FOLDER).resolve(ResultsLayout.JOURNAL);
    if (!Files.isRegularFile(file)) {
      tell(experiment, Optional.empty());
      return;
    }
    try (Journal journal = Journal.look(file)) {
      tell(experiment, Optional.of(journal));
    }
  }

  private void tell(Experiment experiment, Optional<Journal> journal) throws IOException {
    boolean bisects =
        experiment.search().filter(Search.LargestStable.class::isInstance).isPresent();
    if (bisects) {
      tell(new SearchPlan(experiment, journal));
    } else {
      tell(new Plan(experiment, journal));
    }
  }

  private void tell(SearchPlan plan) throws IOException {
    SearchPlanOutput output = new SearchPlanOutput(spec.commandLine().getOut(), plan);
    if (json.on()) {
      output.json();
    } else if (csv.on()) {
      output.csv();
    } else {
      output.text();
    }
  }

  private void tell(Plan plan) throws IOException {
    PlanOutput output = new PlanOutput(spec.commandLine().getOut(), plan);
    if (json.on()) {
      output.json();
    } else if (csv.on()) {
      output.csv();
    } else {
      output.text();
    }
  }
}
