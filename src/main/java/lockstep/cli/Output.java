package lockstep.cli;

import java.nio.file.Path;
import java.util.List;
import lockstep.config.Experiment;
import lockstep.config.Problem;
import lockstep.verify.SelfTest;
import lockstep.verify.Verified;
import picocli.CommandLine;

/** What commands tell: to people as text, or with {@code --json} to programs. */
interface Output {

  /** The output that was asked for. */
  static Output of(CommandLine command, CommandDefinition.Flag json) {
    return json.on()
        ? new JsonOutput(command.getOut())
        : new TextOutput(command.getOut(), command.getErr());
  }

  /** Mistakes in files, each with its place. */
  void problems(List<Problem> problems);

  /** A file without mistakes. */
  void valid(Path file, Experiment experiment);

  /** A finished run. */
  void ran(FinishedRun run);

  /** A finished sweep. */
  void swept(FinishedSweep sweep);

  /** Something about an experiment that its user should know. */
  void noted(String experiment, String note);

  /** An experiment that could not be run. */
  void failed(String experiment, String reason);

  /** A verified experiment. */
  void verified(Verified verified);

  /** The end of a verification. */
  void verifiedAll(List<Verified> all);

  /** One experiment of the self-test. */
  void answered(SelfTest.Answer answer);

  /**
   * The end of the self-test.
   *
   * @param digest that of all answers
   * @param numerics the version of the numerics
   * @param answers all of them
   */
  void selfTested(String digest, String numerics, List<SelfTest.Answer> answers);
}
