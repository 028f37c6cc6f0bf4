package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something for each of many places. Much more is noted than is ever asked for, so paths are put
 * together only where there are too many to look through.
 */
final class Places<T> {
  private static final int FEW = 16;

  private final List<Noted<T>> all = new ArrayList<>();
  private final Map<String, T> byPath = new LinkedHashMap<>();
  private int indexed;

  private record Noted<T>(Scope scope, T what) {}

  /** Notes something, in place of what was noted there before. */
  void put(Scope scope, T what) {
    all.add(new Noted<>(scope, what));
  }

  /** What was noted last at a path. */
  Optional<T> at(String path) {
    return all.size() > FEW ? indexed(path) : lookedFor(path);
  }

  private Optional<T> lookedFor(String path) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).scope().isAt(path)) {
        return Optional.of(all.get(i).what());
      }
    }
    return Optional.empty();
  }

  private Optional<T> indexed(String path) {
    for (; indexed < all.size(); indexed++) {
      byPath.put(all.get(indexed).scope().path(), all.get(indexed).what());
    }
    return Optional.ofNullable(byPath.get(path));
  }
}
