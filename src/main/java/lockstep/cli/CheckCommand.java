package lockstep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.Problem;
import lockstep.config.Reading;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep check FILE...}: reads experiments and runs nothing. */
final class CheckCommand implements Callable<Integer> {
  private final CommandDefinition.Values<Path> files;
  private final CommandDefinition.Requested requested;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  CheckCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "check", this, "Validates experiment files and shows every mistake; runs nothing.");
    definition.examples("  lockstep check experiments/xor.yaml --set training.learning_rate=0.1");
    files = definition.paths("FILE", "Experiment files.");
    requested = definition.request();
    json = definition.json();
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    Output output = Output.of(spec.commandLine(), json);
    List<Problem> problems = new ArrayList<>();
    for (Path file : files.all()) {
      Reading reading = ExperimentFile.read(file, requested.request());
      problems.addAll(reading.problems());
      reading.experiment().ifPresent(experiment -> output.valid(file, experiment));
    }
    output.problems(problems);
    return problems.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }
}
