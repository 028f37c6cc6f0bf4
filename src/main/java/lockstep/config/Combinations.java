package lockstep.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.config.sweep.Assignment;

/**
 * The configurations of a sweep as combinations of what they set in each section, the keys at the
 * top of the file. Most configurations share most of these variants, so that what is found out of
 * one holds for many.
 */
final class Combinations {
  private final List<Section> sections;

  private Combinations(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /** One section. */
  private static final class Section {
    private final String name;
    private final int[] variants;
    private final List<List<Assignment>> values = new ArrayList<>();

    Section(String name, int configurations) {
      this.name = name;
      this.variants = new int[configurations];
    }
  }

  /**
   * Compares values by identity, as the configurations of a grid share theirs.
   *
   * @param configurations the values of each
   */
  static Combinations of(List<List<Assignment>> configurations) {
    Set<String> names = new LinkedHashSet<>();
    for (List<Assignment> all : configurations) {
      all.forEach(one -> names.add(one.key().first()));
    }
    return new Combinations(names.stream().map(name -> section(name, configurations)).toList());
  }

  private static Section section(String name, List<List<Assignment>> configurations) {
    Section section = new Section(name, configurations.size());
    Map<Assignment, Integer> known = new IdentityHashMap<>();
    PairNumbers pairs = new PairNumbers();
    Map<Integer, Integer> variants = new LinkedHashMap<>();
    for (int configuration = 0; configuration < configurations.size(); configuration++) {
      int number = 0;
      for (Assignment one : configurations.get(configuration)) {
        if (one.key().first().equals(name)) {
          number = pairs.of(number, known.computeIfAbsent(one, any -> known.size()));
        }
      }
      Integer variant = variants.get(number);
      if (variant == null) {
        variant = variants.size();
        variants.put(number, variant);
        section.values.add(of(name, configurations.get(configuration)));
      }
      section.variants[configuration] = variant;
    }
    return section;
  }

  private static List<Assignment> of(String name, List<Assignment> configuration) {
    return configuration.stream().filter(one -> one.key().first().equals(name)).toList();
  }

  /** How many sections are set. */
  int sections() {
    return sections.size();
  }

  /** The name of a section. */
  String name(int section) {
    return sections.get(section).name;
  }

  /** How many different things are set in a section. */
  int variants(int section) {
    return sections.get(section).values.size();
  }

  /** Which of them a configuration has, from 0. */
  int variant(int section, int configuration) {
    return sections.get(section).variants[configuration];
  }

  /** What a variant sets; nothing if it leaves the section as it is in the file. */
  List<Assignment> values(int section, int variant) {
    return sections.get(section).values.get(variant);
  }
}
