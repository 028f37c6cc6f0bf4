package lockstep.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Trace;
import lockstep.config.check.ExperimentChecks;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.HeadingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/** Reads one experiment: loads, binds, checks, and tells all mistakes by place. */
final class ExperimentReader {
  /** After so many problems the others are only counted. */
  static final int MOST_PROBLEMS = 100;

  private final Path file;
  private final double memoryLimit;
  private final List<Mistake> mistakes = new ArrayList<>();

  ExperimentReader(Path file, double memoryLimit) {
    this.file = file;
    this.memoryLimit = memoryLimit;
  }

  Reading read(List<String> overrides) {
    Optional<ExperimentSpec> spec =
        Inheritance.load(file, mistakes).map(root -> override(root, overrides)).flatMap(this::bind);
    return mistakes.isEmpty()
        ? new Reading(spec, List.of())
        : new Reading(Optional.empty(), problems());
  }

  private Mapping override(Mapping root, List<String> overrides) {
    Mapping result = root;
    for (int i = 0; i < overrides.size(); i++) {
      result = SetArgument.apply(overrides.get(i), i + 1, result, mistakes);
    }
    return result;
  }

  private Optional<ExperimentSpec> bind(Mapping root) {
    boolean gaps = root.get(HeadingKeys.EXTENDS.name()).isPresent() && !mistakes.isEmpty();
    Trace trace = new Trace(mistakes, gaps);
    Optional<ExperimentSection> section =
        ExperimentKeys.EXPERIMENT.read(root, trace.root(root.place()));
    checkName(trace);
    ExperimentChecks.check(trace, memoryLimit);
    return section
        .filter(complete -> mistakes.isEmpty())
        .map(complete -> Resolution.resolve(complete, baseName()));
  }

  private void checkName(Trace trace) {
    String key = HeadingKeys.EXPERIMENT.name();
    if (!trace.isGiven(key) && !baseName().matches(HeadingKeys.NAME_PATTERN)) {
      String message = "the file's name '" + baseName() + "' cannot be the experiment's";
      trace.report(key, message, "experiment: a name " + HeadingKeys.NAME_RANGE);
    }
  }

  private String baseName() {
    String name = String.valueOf(file.getFileName());
    int end = name.lastIndexOf('.');
    return end > 0 ? name.substring(0, end) : name;
  }

  private List<Problem> problems() {
    List<Mistake> sorted =
        mistakes.stream()
            .distinct()
            .sorted((one, other) -> one.place().compareTo(other.place()))
            .toList();
    List<Mistake> told = new ArrayList<>(sorted.stream().limit(MOST_PROBLEMS).toList());
    if (sorted.size() > MOST_PROBLEMS) {
      String more = "and " + (sorted.size() - MOST_PROBLEMS) + " more problems";
      told.add(new Mistake(sorted.get(MOST_PROBLEMS).place(), "", more));
    }
    return told.stream().map(ExperimentReader::problem).toList();
  }

  private static Problem problem(Mistake mistake) {
    return new Problem(
        mistake.place().source().name(),
        mistake.place().line(),
        mistake.place().column(),
        mistake.key(),
        mistake.message(),
        mistake.expected(),
        mistake.suggestion(),
        mistake.place().excerpt());
  }
}
