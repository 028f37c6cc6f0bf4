package lockstep.config.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;

/**
 * One of some words.
 *
 * @param type the Java class of what they stand for
 * @param words the words and what they stand for
 */
public record Words<T>(Class<T> type, Map<String, T> words) implements Type<T> {
  /** Yes or no: {@code true} or {@code false}. */
  public static final Words<Boolean> TRUTH = new Words<>(Boolean.class, truth());

  /** The lower-case names of an enum's constants. */
  public static <E extends Enum<E>> Words<E> of(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(word(constant), constant);
    }
    return new Words<>(type, words);
  }

  /** A constant's word. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Boolean> truth() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("true", true);
    words.put("false", false);
    return words;
  }

  @Override
  public Optional<T> read(Node node, Scope scope) {
    if (!(node instanceof Scalar scalar)) {
      return scope.wrong(node, "is " + node.shown(), expectation());
    }
    Optional<T> value = Optional.ofNullable(words.get(scalar.text()));
    if (value.isEmpty()) {
      String suggestion = Spelling.nearest(scalar.text(), List.copyOf(words.keySet()));
      scope.wrong(node.place(), "unknown word " + scalar.shown(), expectation(), suggestion);
    }
    return value;
  }

  @Override
  public Node write(T value) {
    return words.entrySet().stream()
        .filter(entry -> Objects.equals(entry.getValue(), value))
        .map(entry -> Node.plain(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public T cast(Object value) {
    return type.cast(value);
  }

  @Override
  public String noun() {
    return words.size() == 1 ? "the word" : "a word";
  }

  @Override
  public String range() {
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words.keySet());
  }

  @Override
  public String expectation() {
    return words.size() == 1 ? noun() + " " + range() : range();
  }

  @Override
  public Map<String, Object> schema() {
    return type == Boolean.class
        ? Schemas.of("type", "boolean")
        : Schemas.of("enum", List.copyOf(words.keySet()));
  }
}
