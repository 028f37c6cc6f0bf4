package lockstep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.Problem;
import lockstep.config.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockstep check FILE...}: reads experiments and runs nothing. */
@Command(
    name = "check",
    description = "Validates experiment files and shows every mistake; runs nothing.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  lockstep check experiments/xor.yaml --set training.learning_rate=0.1")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OverrideOption overrides;
  @Mixin private JsonOption json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
  private List<Path> files;

  @Override
  public Integer call() {
    Output output = Output.of(spec.commandLine(), json);
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      Reading reading = ExperimentFile.read(file, overrides.all());
      problems.addAll(reading.problems());
      reading.spec().ifPresent(experiment -> output.valid(file, experiment));
    }
    output.problems(problems);
    return problems.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }
}
