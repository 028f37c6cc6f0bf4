package lockstep.config.binding;

import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;

/**
 * What a key's value can be: how it is read and written, and how people and editors are told of it.
 *
 * @param <T> the Java side of it
 */
public interface Type<T> {

  /**
   * Reads a value.
   *
   * @param node what stands in the file
   * @param scope where that is; gets every mistake
   * @return the value; empty exactly if a mistake was found that leaves none
   */
  Optional<T> read(Node node, Scope scope);

  /** The value as it is written; reading it gives an equal value. */
  Node write(T value);

  /**
   * The value that an earlier {@link #read} gave.
   *
   * @throws ClassCastException if it is not of this type
   */
  T cast(Object value);

  /** What it is, with its article: {@code a real number}. */
  String noun();

  /** Which values it can have: {@code above 0}; empty if all are fine. */
  default String range() {
    return "";
  }

  /** What was expected, for messages. */
  default String expectation() {
    return range().isEmpty() ? noun() : noun() + " " + range();
  }

  /** The same as a JSON Schema. */
  Map<String, Object> schema();

  /**
   * What a file that extends another means by this value.
   *
   * @param base the other file's value
   * @param over this file's value
   */
  default Node merge(Node base, Node over) {
    return over;
  }

  /**
   * Lists the keys within it.
   *
   * @param path the full key of the value itself
   * @param catalogue gets them
   */
  default void describe(String path, Catalogue catalogue) {}
}
