package lockstep.config.binding;

import java.util.Optional;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;

/**
 * Where in the file a value is being read.
 *
 * @param path its full key, such as {@code training.loss}; empty for the whole file
 * @param trace what the reading has found so far
 */
public record Scope(String path, Trace trace) {

  /** Whether it is that of a key at the top of the file. */
  boolean isTop() {
    return path.indexOf('.') < 0 && path.indexOf('[') < 0;
  }

  /** The scope of a key in this map. */
  public Scope child(String name) {
    return new Scope(path.isEmpty() ? name : path + "." + name, trace);
  }

  /** The scope of an item of this list, counted from 0. */
  public Scope item(int index) {
    return new Scope(path + "[" + index + "]", trace);
  }

  /** The same scope, its place known from now on. */
  public Scope at(Node node) {
    trace.locate(path, node.place());
    return this;
  }

  /** Reports a value that is not what it should be. */
  public <T> Optional<T> wrong(Node node, String message, String expected) {
    return wrong(node.place(), message, expected, "");
  }

  /** Reports a mistake at a place. */
  public <T> Optional<T> wrong(Place place, String message, String expected, String suggestion) {
    trace.report(new Mistake(place, path, message, expected, suggestion));
    return Optional.empty();
  }
}
