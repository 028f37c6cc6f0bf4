package lockstep.config.binding;

import java.util.Optional;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;

/** Where in the file a value is being read. Its path is put together when it is asked for. */
public final class Scope {
  private final Optional<Scope> above;
  private final String step;
  private final Trace trace;

  private Scope(Optional<Scope> above, String step, Trace trace) {
    this.above = above;
    this.step = step;
    this.trace = trace;
  }

  /**
   * A scope that stands in no other one.
   *
   * @param path its full key; empty for the whole file
   * @param trace what the reading has found so far
   */
  Scope(String path, Trace trace) {
    this(Optional.empty(), path, trace);
  }

  /** Its full key, such as {@code training.loss}; empty for the whole file. */
  public String path() {
    String before = above.isPresent() ? above.get().path() : "";
    boolean separate = !before.isEmpty() && !step.startsWith("[");
    return separate ? before + "." + step : before + step;
  }

  /** What the reading has found so far. */
  public Trace trace() {
    return trace;
  }

  /** Whether it is that of a key at the top of the file. */
  boolean isTop() {
    return above.isPresent() && above.get().isWhole();
  }

  private boolean isWhole() {
    return above.isEmpty() && step.isEmpty();
  }

  /** The scope of a key in this map. */
  public Scope child(String name) {
    return new Scope(Optional.of(this), name, trace);
  }

  /** The scope of an item of this list, counted from 0. */
  public Scope item(int index) {
    return new Scope(Optional.of(this), "[" + index + "]", trace);
  }

  /** The same scope, its place known from now on. */
  public Scope at(Node node) {
    trace.locate(this, node.place());
    return this;
  }

  /** Whether its full key is this one. */
  boolean isAt(String path) {
    return endsAt(path, path.length()) == 0;
  }

  /** Where its path begins, if it ends there in a text; negative if the text is another one. */
  private int endsAt(String text, int end) {
    int from = end - step.length();
    if (from < 0 || !text.startsWith(step, from)) {
      return -1;
    }
    if (above.isEmpty() || above.get().isWhole()) {
      return from;
    }
    boolean separate = !step.startsWith("[");
    if (separate && (from == 0 || text.charAt(from - 1) != '.')) {
      return -1;
    }
    return above.get().endsAt(text, separate ? from - 1 : from);
  }

  /** Reports a value that is not what it should be. */
  public <T> Optional<T> wrong(Node node, String message, String expected) {
    return wrong(node.place(), message, expected, "");
  }

  /** Reports a mistake at a place. */
  public <T> Optional<T> wrong(Place place, String message, String expected, String suggestion) {
    trace.report(new Mistake(place, path(), message, expected, suggestion));
    return Optional.empty();
  }
}
