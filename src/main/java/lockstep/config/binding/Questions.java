package lockstep.config.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What checks have asked of files. Two files whose sections answer all of it in the same way are
 * both right, or both wrong. Not for several threads at once.
 */
public final class Questions {
  private final List<Aspect<?, ?>> aspects = new ArrayList<>();
  private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> items = new LinkedHashSet<>();
  private final Set<String> given = new LinkedHashSet<>();
  private final Map<List<Key<?>>, List<Asked>> askedOfMaps = new IdentityHashMap<>();

  /**
   * A question about a key of a map.
   *
   * @param number which question
   * @param position which key of the map
   */
  private record Asked(int number, int position, Aspect<?, ?> aspect) {}

  /**
   * Some aspects; everything else is asked by checks.
   *
   * @param first which
   */
  public Questions(List<Aspect<?, ?>> first) {
    first.forEach(this::found);
  }

  <T> void found(Key<T> key) {
    if (known.add(key)) {
      add(new Aspect<>(key, Function.identity()));
    }
  }

  void found(Aspect<?, ?> aspect) {
    if (known.add(aspect)) {
      add(aspect);
    }
  }

  private void add(Aspect<?, ?> aspect) {
    aspects.add(aspect);
    askedOfMaps.clear();
  }

  void foundItem(String path) {
    items.add(path);
  }

  void given(String path) {
    given.add(path);
  }

  /** How many there are; they only become more. */
  public int count() {
    return aspects.size() + items.size() + given.size();
  }

  /**
   * What a section answers: equal lists for equal answers.
   *
   * @param name the section's name; it has nothing to say of what stands in others
   * @param section what was found in it
   */
  public List<Object> answers(String name, Trace section) {
    Object[] answers = new Object[count()];
    Arrays.fill(answers, Optional.empty());
    for (Values some : section.values()) {
      for (Asked asked : askedOf(some.keys())) {
        Optional<Object> value = some.at(asked.position());
        if (value.isPresent()) {
          answers[asked.number()] = asked.aspect().of(value.get());
        }
      }
    }
    int next = aspects.size();
    for (String path : items) {
      answers[next++] = isIn(name, path) ? section.item(path) : Optional.empty();
    }
    for (String path : given) {
      answers[next++] = isIn(name, path) && section.stands(path);
    }
    return Arrays.asList(answers);
  }

  private static boolean isIn(String name, String path) {
    return path.startsWith(name) && Trace.sectionName(path).equals(name);
  }

  private List<Asked> askedOf(List<Key<?>> keys) {
    List<Asked> asked = askedOfMaps.get(keys);
    if (asked == null) {
      asked = new ArrayList<>();
      for (int number = 0; number < aspects.size(); number++) {
        for (int position = 0; position < keys.size(); position++) {
          if (keys.get(position) == aspects.get(number).key()) {
            asked.add(new Asked(number, position, aspects.get(number)));
          }
        }
      }
      askedOfMaps.put(keys, asked);
    }
    return asked;
  }
}
