package lockstep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;

/**
 * The values of a file with those of a configuration put in their places. The same variant of a
 * section gives the same node, as long as it is kept, so that it need not be read again. Threads
 * may share it.
 */
final class AssignedRoots {
  private static final int MOST_KEPT = 4096;

  private final Mapping base;
  private final Combinations combinations;
  private final List<Map<Integer, Optional<Entry>>> kept = new ArrayList<>();
  private final Map<List<KeyPath>, Entry> patterns = new LinkedHashMap<>();

  /**
   * Nothing is put together yet.
   *
   * @param base the values of the file
   * @param combinations what the configurations set
   */
  AssignedRoots(Mapping base, Combinations combinations) {
    this.base = base;
    this.combinations = combinations;
    for (int section = 0; section < combinations.sections(); section++) {
      kept.add(new LinkedHashMap<>());
    }
  }

  /**
   * The whole file of a configuration.
   *
   * @param mistakes gets paths that lead nowhere
   */
  Mapping root(int configuration, List<Mistake> mistakes) {
    Mapping root = base;
    for (int section = 0; section < combinations.sections(); section++) {
      int variant = combinations.variant(section, configuration);
      Optional<Entry> entry = entry(section, variant, mistakes);
      root = entry.isPresent() ? root.with(entry.get()) : root;
    }
    return root;
  }

  /**
   * The same with other values of some keys.
   *
   * @param others the values
   */
  Mapping root(int configuration, List<Assignment> others, List<Mistake> mistakes) {
    Mapping root = root(configuration, mistakes);
    return others.isEmpty() ? root : merged(root, others, mistakes);
  }

  /**
   * A section of a variant; empty if the file has none.
   *
   * @param mistakes gets paths that lead nowhere
   */
  Optional<Entry> entry(int section, int variant, List<Mistake> mistakes) {
    Map<Integer, Optional<Entry>> known = kept.get(section);
    synchronized (known) {
      Optional<Entry> entry = known.get(variant);
      if (entry != null) {
        return entry;
      }
    }
    int before = mistakes.size();
    Optional<Entry> entry = made(section, combinations.values(section, variant), mistakes);
    if (mistakes.size() == before) {
      synchronized (known) {
        if (known.size() >= MOST_KEPT) {
          known.clear();
        }
        known.put(variant, entry);
      }
    }
    return entry;
  }

  /**
   * Merges the values with those of the file. Where all of them are numbers, others for the same
   * keys take their places in what was made of the first ones: how maps are merged depends on keys
   * and words.
   */
  private Optional<Entry> made(int section, List<Assignment> values, List<Mistake> mistakes) {
    boolean numbers = !values.isEmpty() && values.stream().allMatch(AssignedRoots::isNumber);
    List<KeyPath> keys = values.stream().map(Assignment::key).toList();
    if (numbers) {
      synchronized (patterns) {
        Entry pattern = patterns.get(keys);
        if (pattern != null) {
          return Optional.of(filled(pattern, values));
        }
      }
    }
    int before = mistakes.size();
    Optional<Entry> entry = merged(base, values, mistakes).entry(combinations.name(section));
    if (numbers && entry.isPresent() && mistakes.size() == before) {
      synchronized (patterns) {
        patterns.put(keys, entry.get());
      }
    }
    return entry;
  }

  private static boolean isNumber(Assignment one) {
    return one.value() instanceof Scalar number
        && number.plain()
        && NumberText.isReal(number.text());
  }

  private static Entry filled(Entry pattern, List<Assignment> values) {
    Mapping filled = new Mapping(pattern.place(), List.of(pattern));
    for (Assignment one : values) {
      filled = (Mapping) one.key().replace(filled, one.value());
    }
    return filled.entries().get(0);
  }

  private static Mapping merged(
      Mapping root, List<Assignment> assignments, List<Mistake> mistakes) {
    Mapping merged = root;
    for (Assignment one : assignments) {
      merged = with(merged, one, mistakes);
    }
    return merged;
  }

  /**
   * A file's values with another one of a key, as if a small file had extended it.
   *
   * @param mistakes gets a path that leads nowhere; the values are then as they were
   */
  static Mapping with(Mapping root, Assignment one, List<Mistake> mistakes) {
    Optional<Node> layer = one.key().lead(root, one.value(), one.place(), mistakes);
    return layer.map(node -> (Mapping) ExperimentKeys.EXPERIMENT.merge(root, node)).orElse(root);
  }
}
