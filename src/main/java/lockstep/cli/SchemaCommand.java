package lockstep.cli;

import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lockstep schema}: the JSON Schema of experiment files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of experiment files, for editors.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  lockstep schema > lockstep.schema.json")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ExperimentFile.schema());
    return ExitCode.FINE;
  }
}
