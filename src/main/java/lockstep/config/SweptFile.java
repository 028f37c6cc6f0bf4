package lockstep.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.config.format.HeadingKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.YamlWriter;

/**
 * A sweep as a file that leaves to defaults only what depends on the swept keys: what all trials
 * share is filled in, the rest stays as it was written.
 */
final class SweptFile {
  /** So many values of a key are looked at to find what the trials share. */
  private static final int MOST_VALUES = 200;

  private static final String EXPECT = "expect";

  private final SweptExperiment experiment;
  private final Mapping file;
  private final List<KeyPath> keys;
  private Optional<Mapping> shared = Optional.empty();

  SweptFile(SweptExperiment experiment, Mapping file, List<KeyPath> keys) {
    this.experiment = experiment;
    this.file = file.without(HeadingKeys.EXTENDS.name());
    this.keys = keys;
  }

  /** The whole file. */
  Mapping resolved() {
    return overlaid(shared(), unswept(file));
  }

  /** What all trials have in common, without the swept keys; found when it is first asked for. */
  synchronized Mapping shared() {
    if (shared.isEmpty()) {
      shared = Optional.of(findShared());
    }
    return shared.get();
  }

  private Mapping findShared() {
    Optional<Mapping> common = Optional.empty();
    for (int configuration : telling()) {
      Mapping root = new ResolvedFile(experiment.spec(configuration * experiment.repeats())).root();
      common = Optional.of(common.map(one -> common(one, root)).orElse(root));
    }
    return unswept(common.orElseThrow().without(EXPECT));
  }

  /** The first configuration with each value of each key. */
  private Set<Integer> telling() {
    Set<Integer> configurations = new LinkedHashSet<>();
    for (KeyPath key : keys) {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < experiment.configurations() && seen.size() < MOST_VALUES; i++) {
        if (seen.add(text(key, experiment.assignments(i)))) {
          configurations.add(i);
        }
      }
    }
    configurations.add(experiment.configurations() - 1);
    return configurations;
  }

  private static String text(KeyPath key, List<Assignment> assignments) {
    return assignments.stream()
        .filter(one -> one.key().equals(key))
        .map(Assignment::text)
        .findFirst()
        .orElse("");
  }

  /** The entries that two maps share; of maps in them those that these share, if there are any. */
  private static Mapping common(Mapping one, Mapping other) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : one.entries()) {
      other
          .get(entry.key())
          .flatMap(value -> common(entry.value(), value))
          .ifPresent(value -> entries.add(new Entry(entry.place(), entry.key(), value)));
    }
    return new Mapping(one.place(), entries);
  }

  private static Optional<Node> common(Node one, Node other) {
    if (one.equals(other) || YamlWriter.inline(one).equals(YamlWriter.inline(other))) {
      return Optional.of(one);
    }
    if (one instanceof Mapping left && other instanceof Mapping right) {
      Mapping both = common(left, right);
      return both.entries().isEmpty() ? Optional.empty() : Optional.of(both);
    }
    return Optional.empty();
  }

  /**
   * Without the keys that every configuration sets; lists stay whole, as the sweep may change one
   * item of them only.
   */
  private Mapping unswept(Mapping map) {
    Mapping left = map;
    for (KeyPath key : keys) {
      boolean inList = key.steps().stream().anyMatch(step -> step.startsWith("["));
      left = inList || !alwaysSet(key) ? left : without(left, key.steps());
    }
    return left;
  }

  private boolean alwaysSet(KeyPath key) {
    return IntStream.range(0, experiment.configurations())
        .allMatch(
            i -> experiment.allAssignments(i).stream().anyMatch(one -> one.key().equals(key)));
  }

  private static Mapping without(Mapping map, List<String> steps) {
    Optional<Node> value = map.get(steps.get(0));
    if (value.isEmpty() || steps.size() == 1) {
      return map.without(steps.get(0));
    }
    return value.get() instanceof Mapping inner
        ? put(map, steps.get(0), without(inner, steps.subList(1, steps.size())))
        : map;
  }

  private static Mapping put(Mapping map, String key, Mapping value) {
    Entry old = map.entry(key).orElseThrow();
    return value.entries().isEmpty() && !(old.value() instanceof Mapping)
        ? map.without(key)
        : map.with(new Entry(old.place(), key, value));
  }

  /** The shared values, and behind them what only the file has. */
  private static Mapping overlaid(Mapping shared, Mapping written) {
    Mapping result = shared;
    for (Entry entry : written.entries()) {
      Optional<Node> known = shared.get(entry.key());
      if (known.isEmpty()) {
        result = result.with(entry);
      } else if (known.get() instanceof Mapping left && entry.value() instanceof Mapping right) {
        result = result.with(new Entry(entry.place(), entry.key(), overlaid(left, right)));
      }
    }
    return result;
  }
}
