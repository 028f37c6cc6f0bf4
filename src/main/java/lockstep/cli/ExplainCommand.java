package lockstep.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.Explanation;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep explain [KEY]}: what a key of an experiment file means. */
final class ExplainCommand implements Callable<Integer> {
  private final CommandDefinition.OptionalWord key;
  private final CommandSpec spec;

  ExplainCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "explain",
            this,
            "Explains the keys of experiment files: meaning, type, range, default, example.");
    definition.examples("  lockstep explain training.learning_rate");
    key = definition.word("KEY", "A key; all of them without it.");
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    Explanation explanation = ExperimentFile.explain(key.word());
    PrintWriter writer =
        explanation.found() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    writer.print(explanation.text());
    return explanation.found() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }
}
