package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lockstep.config.Request;
import lockstep.verify.JUnitReport;
import lockstep.verify.Verification;
import lockstep.verify.Verified;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code lockstep verify FILE_OR_DIR...}: runs afresh and compares with what is expected. */
final class VerifyCommand implements Callable<Integer> {
  private final CommandDefinition.Values<Path> files;
  private final CommandDefinition.OptionalPath report;
  private final CommandDefinition.Values<Path> allowed;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  VerifyCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "verify",
            this,
            "Runs experiments afresh, checks what they expect, and compares every byte of committed"
                + " results. Writes nothing into them.",
            "Folders are searched for experiment files and for results; results belong to the"
                + " experiment that their folder is named after. Without results among them, those"
                + " in the folder results are compared.");
    definition.examples(
        "  lockstep verify experiments results",
        "  lockstep verify experiments/published/perceptron.yaml",
        "  lockstep verify experiments results --junit verification.xml");
    files =
        definition.paths(
            "FILE_OR_DIR", "Experiment files, and folders with experiments or results.");
    allowed = definition.allowed();
    report = definition.path("--junit", "FILE", "Also writes JUnit XML.");
    json = definition.json();
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> paths = files.all();
    Optional<Path> junit = report.path();
    refuseMissing(paths);
    if (LongWorkJvm.shouldTake(Verification.experiments(paths, request()))) {
      return ExitCode.LONG_WORK;
    }
    if (junit.isPresent() && junit.get().toAbsolutePath().getParent() != null) {
      Files.createDirectories(junit.get().toAbsolutePath().getParent());
    }
    Output output = Output.of(spec.commandLine(), json);
    List<Verified> all = Verification.of(paths, RunCommand.RESULTS, request(), output::verified);
    if (all.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there are neither experiments nor results in " + paths);
    }
    output.verifiedAll(all);
    if (junit.isPresent()) {
      Files.writeString(junit.get(), JUnitReport.of(all));
    }
    return exitCode(all);
  }

  private Request request() {
    return new Request(List.of(), allowed.all());
  }

  private void refuseMissing(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "there is no file or folder " + path);
      }
    }
  }

  private static int exitCode(List<Verified> all) {
    if (all.stream().anyMatch(verified -> !verified.problems().isEmpty())) {
      return ExitCode.BAD_INPUT;
    }
    return all.stream().allMatch(Verified::holds) ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }
}
