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
    List<String> lines = lines(input.experiment(), input.trial(configuration, 0));
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
  private static List<String> lines(Experiment experiment, int trial) {
    List<String> roots =
        experiment.keys().stream().map(key -> key.replaceFirst("\\[.*", "")).toList();
    List<String> lines = new ArrayList<>();
    List<String> open = List.of();
    for (Setting setting : ExperimentFile.settings(experiment.spec(trial))) {
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
