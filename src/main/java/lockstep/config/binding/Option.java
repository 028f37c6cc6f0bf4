package lockstep.config.binding;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;

/**
 * One of the things that can be chosen: the row to add for a new one.
 *
 * @param word its name in files
 * @param meaning what it is, for people
 * @param type the Java class of it
 * @param definition its parameters, asked for when they are needed first
 * @param example its parameters, as YAML on one line; empty where they are keys, which have their
 *     own examples
 * @param <V> the Java side of it
 */
public record Option<V>(
    String word,
    Class<V> type,
    Supplier<? extends Type<V>> definition,
    String meaning,
    String example) {

  /** A choice whose parameters are keys, if it has any. */
  public Option(String word, Class<V> type, Fields<V> payload, String meaning) {
    this(word, type, () -> payload, meaning, "");
  }

  /** A choice whose parameters are keys that are only defined where it is chosen. */
  public Option(String word, Class<V> type, Supplier<Block<V>> definition, String meaning) {
    this(word, type, definition, meaning, "");
  }

  /** A choice whose parameters have an example. */
  public Option(String word, Class<V> type, Type<V> payload, String meaning, String example) {
    this(word, type, () -> payload, meaning, example);
  }

  /** Its parameters. */
  public Type<V> payload() {
    return definition.get();
  }

  boolean has(Object value) {
    return type.isInstance(value);
  }

  /** The choice as it is written: the word, or a map from the word to the parameters. */
  Node write(Object value) {
    Node parameters = payload().write(type.cast(value));
    boolean none = parameters instanceof Mapping mapping && mapping.entries().isEmpty();
    return none ? Node.plain(word) : Node.single(word, parameters);
  }

  Optional<V> read(Node parameters, Scope scope) {
    return payload().read(parameters, scope.child(word));
  }

  /** What stands in a file for this choice: the word, a map with that one key, or either. */
  String form() {
    if (fields().isEmpty()) {
      return "a map from the word to " + payload().expectation();
    }
    String keys = keys().stream().map(Key::name).collect(Collectors.joining(", "));
    boolean needed = !fields().get().requiredKeys().isEmpty();
    return keys.isEmpty()
        ? "a word"
        : (needed ? "" : "a word, or ") + "a map from the word to a map of " + keys;
  }

  /** The choice as it is written, with an example for each parameter. */
  String shown() {
    if (fields().isEmpty()) {
      return "{" + word + ": " + example + "}";
    }
    String keys = keys().stream().map(Key::shown).collect(Collectors.joining(", "));
    return keys.isEmpty() ? word : "{" + word + ": {" + keys + "}}";
  }

  private List<Key<?>> keys() {
    return fields().orElseThrow().keysIn(new Mapping(Place.NONE, List.of()));
  }

  /** The choice where its parameters stand beside it: with those keys that it needs. */
  String shownFlat() {
    List<String> needed = fields().orElseThrow().requiredKeys();
    return keys().stream()
        .filter(key -> needed.contains(key.name()))
        .map(key -> ", " + key.shown())
        .collect(Collectors.joining("", word, ""));
  }

  /** What stands in a file where the parameters stand beside the word. */
  String flatForm() {
    return "a word, beside it " + keys().stream().map(Key::name).collect(Collectors.joining(", "));
  }

  Optional<Fields<V>> fields() {
    return payload() instanceof Fields<V> fields ? Optional.of(fields) : Optional.empty();
  }
}
