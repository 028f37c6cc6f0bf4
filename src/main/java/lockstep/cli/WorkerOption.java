package lockstep.cli;

import lockstep.sweep.SweepSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The option {@code --workers}: how many trials run at the same time. */
final class WorkerOption {
  private static final int MOST = 1024;

  private final CommandDefinition.OptionalNumber number;

  private WorkerOption(CommandDefinition.OptionalNumber number) {
    this.number = number;
  }

  /** Adds the option to a command. */
  static WorkerOption in(CommandDefinition definition) {
    return new WorkerOption(
        definition.number("--workers", "N", "Trials at a time. Default: one a processor."));
  }

  /**
   * How many, at least 1.
   *
   * @param command the command that has the option
   * @throws ParameterException if the number is out of range
   */
  int count(CommandLine command) {
    int count = number.number().orElse(SweepSettings.standard().workers());
    if (count < 1 || count > MOST) {
      throw new ParameterException(command, "--workers " + count + " is not from 1 to " + MOST);
    }
    return count;
  }
}
