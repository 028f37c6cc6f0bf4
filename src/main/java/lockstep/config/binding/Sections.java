package lockstep.config.binding;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;

/**
 * What was found in the sections of files that differ in some of them only, such as the trials of a
 * sweep. Threads may share it.
 */
public final class Sections {
  /** So many values of a key are kept; then all of them are forgotten. */
  private static final int MOST = 2048;

  private final Map<String, Map<Node, Section>> sections = new LinkedHashMap<>();

  /**
   * What a section was found to be; it was right.
   *
   * @param value what it stands for
   * @param trace what was found in it
   */
  record Section(Object value, Trace trace) {}

  synchronized Optional<Section> find(String path, Node node) {
    return Optional.ofNullable(sections.getOrDefault(path, Map.of()).get(node));
  }

  synchronized void keep(String path, Node node, Section section) {
    Map<Node, Section> known = sections.computeIfAbsent(path, any -> new IdentityHashMap<>());
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(node, section);
  }
}
