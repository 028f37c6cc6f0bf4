package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Setting;

/** The best configuration as YAML that can be pasted into an experiment file. */
final class BestSection {
  private BestSection() {}

  /** The section; nothing if nothing was measured. */
  static String text(SweepInput input, Ranking ranking) {
    if (ranking.measured().isEmpty() || input.experiment().keys().isEmpty()) {
      return "";
    }
    int configuration = ranking.best().configuration();
    List<String> lines = lines(input, configuration);
    String fence = "`".repeat(longestRun(lines) + 3);
    return "## The best configuration\n\nThe swept keys, to be pasted into an experiment file:\n\n"
        + fence
        + "yaml\n"
        + String.join("\n", lines)
        + "\n"
        + fence
        + "\n";
  }

  private static int longestRun(List<String> lines) {
    return lines.stream().anyMatch(line -> line.contains("``")) ? 9 : 0;
  }

  /** The settings that the sweep changes, nested, and the whole lists that it changes items of. */
  private static List<String> lines(SweepInput input, int configuration) {
    List<String> roots =
        input.experiment().keys().stream().map(key -> key.replaceFirst("\\[.*", "")).toList();
    List<String> lines = new ArrayList<>();
    List<String> open = List.of();
    for (Setting setting : settings(input, configuration)) {
      if (roots.stream().anyMatch(root -> related(root, setting.key()))) {
        List<String> steps = List.of(setting.key().split("\\."));
        int shared = shared(open, steps);
        for (int depth = shared; depth < steps.size() - 1; depth++) {
          lines.add("  ".repeat(depth) + steps.get(depth) + ":");
        }
        int last = steps.size() - 1;
        lines.add("  ".repeat(last) + steps.get(last) + ": " + setting.value());
        open = steps.subList(0, last);
      }
    }
    return lines;
  }

  /** The settings that all repeats of a configuration share; not a repeat's own seeds. */
  private static List<Setting> settings(SweepInput input, int configuration) {
    Experiment experiment = input.experiment();
    List<Setting> first = ExperimentFile.settings(experiment.spec(input.trial(configuration, 0)));
    if (input.repeats() == 1) {
      return first;
    }
    List<Setting> second = ExperimentFile.settings(experiment.spec(input.trial(configuration, 1)));
    List<String> own =
        first.stream()
            .filter(setting -> !second.contains(setting))
            .map(setting -> stream(setting.key()))
            .toList();
    return first.stream()
        .filter(setting -> second.contains(setting) && !own.contains(stream(setting.key())))
        .toList();
  }

  /** The random stream that a key is about: {@code training.batch} of its seed and its skip. */
  private static String stream(String key) {
    return key.replaceFirst("\\.(seed|skip)$", "");
  }

  /** Whether one of two keys leads to the other. */
  private static boolean related(String one, String other) {
    return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
  }

  private static int shared(List<String> open, List<String> steps) {
    int shared = 0;
    while (shared < open.size()
        && shared < steps.size() - 1
        && open.get(shared).equals(steps.get(shared))) {
      shared++;
    }
    return shared;
  }
}
