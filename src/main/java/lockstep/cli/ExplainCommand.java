package lockstep.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockstep explain [KEY]}: what a key of an experiment file means. */
@Command(
    name = "explain",
    description = "Explains the keys of experiment files: meaning, type, range, default, example.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  lockstep explain training.learning_rate")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "KEY", description = "A key; all of them without it.")
  private String key;

  @Override
  public Integer call() {
    Explanation explanation = ExperimentFile.explain(Optional.ofNullable(key));
    PrintWriter writer =
        explanation.found() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    writer.print(explanation.text());
    return explanation.found() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }
}
