package lockstep.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import lockstep.config.binding.Questions;
import lockstep.config.binding.Trace;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;

/**
 * Which configurations the checks cannot tell apart. Every variant of a section is read by itself;
 * what it answers to all that the checks have asked so far makes its class, and the classes of all
 * sections together the kind of a configuration. One that is of the same kind as a right one is
 * right.
 */
final class Kinds {
  private final Combinations combinations;
  private final AssignedRoots roots;
  private final TrialReader reader;
  private final Questions questions;
  private final List<Section> sections = new ArrayList<>();
  private final PairNumbers kinds = new PairNumbers();
  private final Set<Integer> right = new TreeSet<>();
  private int asked = -1;
  private int classes;

  /** The variants of one section by their classes: 0 where it is unknown. */
  private static final class Section {
    private final Map<List<Object>, Integer> known = new LinkedHashMap<>();
    private int[] classes = new int[0];

    void forget() {
      known.clear();
      Arrays.fill(classes, 0);
    }
  }

  /**
   * Nothing is known yet.
   *
   * @param combinations the configurations
   * @param roots their values
   * @param reader reads sections, and notes what its checks ask
   */
  Kinds(Combinations combinations, AssignedRoots roots, TrialReader reader) {
    this.combinations = combinations;
    this.roots = roots;
    this.reader = reader;
    this.questions = reader.questions();
    for (int section = 0; section <= combinations.sections(); section++) {
      sections.add(new Section());
    }
  }

  /**
   * The kind of a configuration.
   *
   * @param chosen its expectations
   * @return a number from 1; empty if one of its sections is wrong by itself
   */
  private OptionalInt of(int configuration, Where.Chosen chosen) {
    forgetIfMoreIsAsked();
    int kind = 0;
    for (int section = 0; section <= combinations.sections(); section++) {
      int own = classOf(section, configuration, chosen);
      if (own == 0) {
        return OptionalInt.empty();
      }
      kind = kinds.of(kind, own);
    }
    return OptionalInt.of(kind);
  }

  /** Classes that were made before a question are not fine enough; their numbers are not reused. */
  private void forgetIfMoreIsAsked() {
    if (questions.count() > asked) {
      asked = questions.count();
      sections.forEach(Section::forget);
    }
  }

  private int classOf(int section, int configuration, Where.Chosen chosen) {
    Section own = sections.get(section);
    boolean last = section == combinations.sections();
    int variant = last ? chosen.number() : combinations.variant(section, configuration);
    if (variant >= own.classes.length) {
      own.classes = Arrays.copyOf(own.classes, Math.max(variant + 1, 2 * variant));
    }
    if (own.classes[variant] == 0) {
      Optional<List<Object>> answers =
          last ? answers(Where.EXPECT, chosen) : answers(section, variant);
      own.classes[variant] =
          answers.map(all -> own.known.computeIfAbsent(all, any -> ++classes)).orElse(0);
    }
    return own.classes[variant];
  }

  private Optional<List<Object>> answers(int section, int variant) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Entry> entry = roots.entry(section, variant, mistakes);
    return mistakes.isEmpty() ? answers(combinations.name(section), entry) : Optional.empty();
  }

  private Optional<List<Object>> answers(String name, Where.Chosen chosen) {
    return answers(name, chosen.entry());
  }

  private Optional<List<Object>> answers(String name, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return Optional.of(List.of());
    }
    Mapping alone = new Mapping(entry.get().place(), List.of(entry.get()));
    Optional<Trace> trace = reader.section(name, alone);
    return trace.map(found -> questions.answers(name, found));
  }

  /** Whether a trial is of a kind that is known to be right. */
  boolean isRight(SweptExperiment experiment, int trial) {
    OptionalInt kind = of(trial / experiment.repeats(), experiment.chosen(trial));
    return kind.isPresent() && right.contains(kind.getAsInt());
  }

  /**
   * Notes that a trial was found to be right.
   *
   * @param spec what was read of it; empty if it was known to be right
   */
  void noteRight(SweptExperiment experiment, int trial, Optional<ExperimentSpec> spec) {
    OptionalInt kind = of(trial / experiment.repeats(), experiment.chosen(trial));
    kind.ifPresent(right::add);
    kind.ifPresent(number -> experiment.noteRight(trial, spec, number));
  }
}
