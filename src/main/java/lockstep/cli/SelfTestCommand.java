package lockstep.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import lockstep.experiment.Numerics;
import lockstep.sweep.SweepSettings;
import lockstep.verify.SelfTest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep selftest}: whether this machine gives the bytes that every machine gives. */
final class SelfTestCommand implements Callable<Integer> {
  private final WorkerOption workers;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  SelfTestCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "selftest",
            this,
            "Runs a fixed set of experiments and prints one digest of all their files. It is the"
                + " same on every machine; the exit code is 1 where it is not.");
    definition.examples("  lockstep selftest", "  lockstep selftest --workers 7");
    workers = WorkerOption.in(definition);
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
    SweepSettings settings = new SweepSettings(workers.count(spec.commandLine()), false);
    List<SelfTest.Answer> answers = SelfTest.run(settings, output::answered);
    output.selfTested(SelfTest.digest(answers), Numerics.VERSION, answers);
    boolean holds = answers.stream().allMatch(SelfTest.Answer::holds);
    return holds ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }
}
