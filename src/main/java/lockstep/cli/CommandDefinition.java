package lockstep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentReader;
import lockstep.config.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command is called, takes and tells of itself.
 *
 * <p>Commands are defined by calls and not by picocli's annotations: for these the JVM writes a
 * class for each kind of annotation at every start, which took a sixth of a short run.
 */
final class CommandDefinition {
  private final CommandSpec spec;

  private CommandDefinition(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * A command with {@code --help} and {@code --version}.
   *
   * @param name the word for it
   * @param work what it does; gives one of {@link ExitCode}
   * @param description a paragraph each
   */
  static CommandDefinition of(String name, Callable<Integer> work, String... description) {
    return new CommandDefinition(
        withHelp(CommandSpec.wrapWithoutInspection(work), name, description));
  }

  /** Gives a command its name, its description, {@code --help} and {@code --version}. */
  static CommandSpec withHelp(CommandSpec spec, String name, String... description) {
    spec.name(name).versionProvider(new Version()).usageMessage().description(description);
    return spec.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  /** Ends the help with examples, a line each. */
  void examples(String... examples) {
    String heading = examples.length == 1 ? "%nExample:%n" : "%nExamples:%n";
    spec.usageMessage().footerHeading(heading).footer(examples);
  }

  /** An option that is there or not. */
  Flag flag(String description, String... names) {
    OptionSpec option =
        OptionSpec.builder(names).type(boolean.class).description(description).build();
    spec.addOption(option);
    return () -> Boolean.TRUE.equals(option.getValue());
  }

  /** {@code --json}, for every command that has something to tell to programs. */
  Flag json() {
    return flag("Prints one line of JSON for each result or mistake.", "--json");
  }

  /** {@code --set} and {@code --allow}, for every command that reads an experiment. */
  Requested request() {
    Values<String> overrides = overrides();
    Values<Path> allowed = allowed();
    return () -> new Request(overrides.all(), allowed.all());
  }

  /** {@code --allow DIR}, for every command that reads files. */
  Values<Path> allowed() {
    OptionSpec option =
        OptionSpec.builder("--allow")
            .paramLabel("DIR")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description("Lets experiment files elsewhere name files below this folder too.")
            .build();
    spec.addOption(option);
    return () -> copy(option.getValue());
  }

  private Values<String> overrides() {
    OptionSpec option =
        OptionSpec.builder("--set")
            .paramLabel("KEY=VALUE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Replaces a value of the file, such as training.learning_rate=0.01.")
            .build();
    spec.addOption(option);
    return () -> copy(option.getValue());
  }

  /** An option with a path. */
  OptionalPath path(String name, String label, String description) {
    OptionSpec option = option(name, label, Path.class, description);
    return () -> Optional.ofNullable(option.getValue());
  }

  /** An option with a whole number. */
  OptionalNumber number(String name, String label, String description) {
    OptionSpec option = option(name, label, Integer.class, description);
    return () -> {
      Integer value = option.getValue();
      return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    };
  }

  /** An option with a word. */
  OptionalWord option(String name, String label, String... description) {
    OptionSpec option = option(name, label, String.class, description);
    return () -> Optional.ofNullable(option.getValue());
  }

  /** An option with a real number. */
  OptionalReal real(String name, String label, String description) {
    OptionSpec option = option(name, label, Double.class, description);
    return () -> {
      Double value = option.getValue();
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    };
  }

  private OptionSpec option(String name, String label, Class<?> type, String... description) {
    OptionSpec option =
        OptionSpec.builder(name).paramLabel(label).type(type).description(description).build();
    spec.addOption(option);
    return option;
  }

  /** The words that the command is about, at least one. */
  Values<String> words(String label, String description) {
    PositionalParamSpec words = parameter(label, description, "1..*", List.class, String.class);
    return () -> copy(words.getValue());
  }

  /** The paths that the command is about, at least one. */
  Values<Path> paths(String label, String description) {
    PositionalParamSpec parameters = parameter(label, description, "1..*", List.class, Path.class);
    return () -> copy(parameters.getValue());
  }

  /** A word that may be there. */
  OptionalWord word(String label, String description) {
    PositionalParamSpec word = parameter(label, description, "0..1", String.class, String.class);
    return () -> Optional.ofNullable(word.getValue());
  }

  private PositionalParamSpec parameter(
      String label, String description, String arity, Class<?> type, Class<?> element) {
    PositionalParamSpec parameter =
        PositionalParamSpec.builder()
            .paramLabel(label)
            .description(description)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .type(type)
            .auxiliaryTypes(element)
            .build();
    spec.addPositional(parameter);
    return parameter;
  }

  private static <T> List<T> copy(List<T> values) {
    return values == null ? List.of() : new ArrayList<>(values);
  }

  /** The definition as picocli has it. */
  CommandSpec spec() {
    return spec;
  }

  /** Whether an option was given. */
  interface Flag {
    boolean on();
  }

  /** What is asked for beside a file. */
  interface Requested {
    Request request();

    /** Experiment files, ready to be read as it is asked for. */
    default List<ExperimentReader> open(Values<Path> files) {
      return files.all().stream().map(file -> ExperimentFile.open(file, request())).toList();
    }
  }

  /** What was given of something that can be repeated. */
  interface Values<T> {
    List<T> all();
  }

  /** A path, if one was given. */
  interface OptionalPath {
    Optional<Path> path();
  }

  /** A whole number, if one was given. */
  interface OptionalNumber {
    OptionalInt number();
  }

  /** A real number, if one was given. */
  interface OptionalReal {
    OptionalDouble number();
  }

  /** A word, if one was given. */
  interface OptionalWord {
    Optional<String> word();
  }
}
