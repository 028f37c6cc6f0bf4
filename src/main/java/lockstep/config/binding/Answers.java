package lockstep.config.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a trace, with the answers. Checks that ask the same and get the same come to
 * the same conclusion.
 */
public final class Answers {
  private final List<Answer> all = new ArrayList<>();

  /** One answer. */
  private sealed interface Answer {
    boolean holdsIn(Trace trace);
  }

  private record Found(Key<?> key, Optional<Object> value) implements Answer {
    @Override
    public boolean holdsIn(Trace trace) {
      return trace.value(key).equals(value);
    }
  }

  private record FoundItem(String path, Optional<Object> item) implements Answer {
    @Override
    public boolean holdsIn(Trace trace) {
      return trace.item(path).equals(item);
    }
  }

  private record Given(String path, boolean given) implements Answer {
    @Override
    public boolean holdsIn(Trace trace) {
      return trace.stands(path) == given;
    }
  }

  void found(Key<?> key, Optional<Object> value) {
    all.add(new Found(key, value));
  }

  void foundItem(String path, Optional<Object> item) {
    all.add(new FoundItem(path, item));
  }

  void given(String path, boolean given) {
    all.add(new Given(path, given));
  }

  /** Whether another trace would answer all of it in the same way. */
  public boolean holdIn(Trace trace) {
    for (Answer answer : all) {
      if (!answer.holdsIn(trace)) {
        return false;
      }
    }
    return true;
  }
}
