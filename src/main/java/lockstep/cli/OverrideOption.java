package lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --set KEY=VALUE}, for every command that reads an experiment. */
final class OverrideOption {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the file, such as training.learning_rate=0.01.")
  private List<String> overrides = new ArrayList<>();

  List<String> all() {
    return overrides;
  }
}
