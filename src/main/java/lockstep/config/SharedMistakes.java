package lockstep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.Mistake;

/** What is wrong with the configurations of a sweep; what several share is told once. */
final class SharedMistakes {
  /** After so many wrong configurations the others are not looked at. */
  private static final int MOST_WRONG = 1000;

  private final SweptExperiment experiment;
  private final Map<Mistake, Integer> first = new LinkedHashMap<>();
  private final Map<Mistake, Integer> count = new LinkedHashMap<>();
  private int looked;
  private int wrong;

  /** Nothing is wrong yet. */
  SharedMistakes(SweptExperiment experiment) {
    this.experiment = experiment;
  }

  /** Whether there is no point in looking at more configurations. */
  boolean isEnough() {
    return wrong >= MOST_WRONG || first.size() >= ExperimentReader.MOST_PROBLEMS;
  }

  /**
   * Adds what is wrong with the next configuration.
   *
   * @param mistakes without any, it is right
   */
  void add(List<Mistake> mistakes) {
    for (Mistake mistake : mistakes.stream().distinct().toList()) {
      first.putIfAbsent(mistake, looked);
      count.merge(mistake, 1, Integer::sum);
    }
    wrong += mistakes.isEmpty() ? 0 : 1;
    looked++;
  }

  /** All that is wrong, each with the first configuration that has it, unless all have. */
  List<Mistake> told() {
    return first.keySet().stream().map(this::told).toList();
  }

  private Mistake told(Mistake mistake) {
    int times = count.get(mistake);
    if (times == looked) {
      return mistake;
    }
    List<String> values = new ArrayList<>();
    for (Assignment one : experiment.assignments(first.get(mistake))) {
      values.add(one.key().text() + ": " + one.text());
    }
    String message = mistake.message() + ", with " + String.join(", ", values) + others(times - 1);
    return new Mistake(
        mistake.place(), mistake.key(), message, mistake.expected(), mistake.suggestion());
  }

  private String others(int others) {
    if (others == 0) {
      return "";
    }
    String least = looked < experiment.configurations() ? "at least " : "";
    return " and " + least + others + (others == 1 ? " other configuration" : " others");
  }
}
