package lockstep.cli;

import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep schema}: the JSON Schema of experiment files. */
final class SchemaCommand implements Callable<Integer> {

  private final CommandSpec spec;

  SchemaCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "schema", this, "Prints the JSON Schema of experiment files, for editors.");
    definition.examples("  lockstep schema > lockstep.schema.json");
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ExperimentFile.schema());
    return ExitCode.FINE;
  }
}
