package lockstep.config.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What checks have asked of files. Two files whose sections answer all of it in the same way are
 * both right, or both wrong. Not for several threads at once.
 */
public final class Questions {
  private final List<Key<?>> keys = new ArrayList<>();
  private final List<Aspect<?, ?>> aspects = new ArrayList<>();
  private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> items = new LinkedHashSet<>();
  private final Set<String> given = new LinkedHashSet<>();

  /**
   * Some aspects; everything else is asked by checks.
   *
   * @param first which
   */
  public Questions(List<Aspect<?, ?>> first) {
    first.forEach(this::found);
  }

  void found(Key<?> key) {
    if (known.add(key)) {
      keys.add(key);
    }
  }

  void found(Aspect<?, ?> aspect) {
    if (known.add(aspect)) {
      aspects.add(aspect);
    }
  }

  void foundItem(String path) {
    items.add(path);
  }

  void given(String path) {
    given.add(path);
  }

  /** How many there are; they only become more. */
  public int count() {
    return keys.size() + aspects.size() + items.size() + given.size();
  }

  /**
   * What a section answers: equal lists for equal answers.
   *
   * @param section what was found in it
   */
  public List<Object> answers(Trace section) {
    List<Object> answers = new ArrayList<>(count());
    keys.forEach(key -> answers.add(section.own(key)));
    aspects.forEach(aspect -> answers.add(section.own(aspect)));
    items.forEach(path -> answers.add(section.item(path)));
    given.forEach(path -> answers.add(section.stands(path)));
    return answers;
  }
}
