package lockstep.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;

/**
 * Reads one experiment: loads, binds, checks, and tells all mistakes by place. The file is loaded
 * once, when it is asked for first.
 */
public final class ExperimentReader {
  /** After so many problems the others are only counted. */
  static final int MOST_PROBLEMS = 100;

  private final Path file;
  private final Request request;
  private final double memoryLimit;
  private final List<Mistake> mistakes = new ArrayList<>();
  private Optional<Mapping> values = Optional.empty();
  private boolean loaded;

  ExperimentReader(Path file, Request request, double memoryLimit) {
    this.file = file;
    this.request = request;
    this.memoryLimit = memoryLimit;
  }

  /** The experiment, or every problem with its place; an unreadable file is a problem too. */
  public Reading read() {
    Optional<Experiment> experiment = values().flatMap(this::read);
    return mistakes.isEmpty()
        ? new Reading(experiment, List.of())
        : new Reading(Optional.empty(), problems());
  }

  /**
   * Looks at a sweep or search without checking every configuration, to tell how much work it is.
   *
   * @return the experiment, of which only the first trial may be asked for; empty for a file with
   *     one trial, or if there are mistakes
   */
  public Optional<Experiment> glance() {
    return values()
        .filter(root -> mistakes.isEmpty() && SweepReader.reads(root))
        .flatMap(root -> new SweepReader(trials(), new ArrayList<>()).glance(root));
  }

  private Optional<Mapping> values() {
    if (!loaded) {
      loaded = true;
      values =
          Inheritance.load(file, request.allowed(), mistakes)
              .map(root -> override(root, request.overrides()));
    }
    return values;
  }

  private TrialReader trials() {
    return new TrialReader(baseName(), memoryLimit);
  }

  private Optional<Experiment> read(Mapping root) {
    return SweepReader.reads(root) ? new SweepReader(trials(), mistakes).read(root) : single(root);
  }

  private Optional<Experiment> single(Mapping root) {
    Optional<ExperimentSpec> spec = trials().read(root, mistakes);
    spec.ifPresent(trial -> TrialDivision.check(trial, root, mistakes));
    return spec.filter(trial -> mistakes.isEmpty()).map(SingleExperiment::new);
  }

  private Mapping override(Mapping root, List<String> overrides) {
    Mapping result = root;
    for (int i = 0; i < overrides.size(); i++) {
      result = SetArgument.apply(overrides.get(i), i + 1, result, mistakes);
    }
    return result;
  }

  private String baseName() {
    String name = String.valueOf(file.getFileName());
    int end = name.lastIndexOf('.');
    return end > 0 ? name.substring(0, end) : name;
  }

  private List<Problem> problems() {
    return problems(mistakes);
  }

  /** Mistakes as they are told: in the order of their places, and no more than can be read. */
  static List<Problem> problems(List<Mistake> mistakes) {
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
