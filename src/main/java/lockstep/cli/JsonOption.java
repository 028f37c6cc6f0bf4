package lockstep.cli;

import picocli.CommandLine.Option;

/** {@code --json}, for every command that has something to tell to programs. */
final class JsonOption {
  @Option(names = "--json", description = "Prints one line of JSON for each result or mistake.")
  private boolean json;

  boolean on() {
    return json;
  }
}
