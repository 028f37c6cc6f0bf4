package lockstep.config.binding;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One key of the experiment file: everything that parser, writer, documents and editors know of it.
 *
 * @param name its {@code snake_case} name; empty if the type's own keys stand in its place
 * @param definition what its value can be, asked for when it is needed first: most files use a
 *     tenth of the format, and to define all of it takes a quarter of a short run
 * @param presence what holds where the key is not given
 * @param prose what it is about
 * @param <T> the Java side of its value
 */
public record Key<T>(String name, Supplier<Type<T>> definition, Presence<T> presence, Prose prose) {

  /** What holds where the key is not given. */
  public sealed interface Presence<T> {
    /** The key must be given. */
    record Required<T>() implements Presence<T> {}

    /** This value. */
    record Default<T>(T value) implements Presence<T> {}

    /** Something that depends on other keys, or nothing. */
    record Otherwise<T>(String text) implements Presence<T> {}
  }

  /**
   * For people.
   *
   * @param meaning what the key is about, a sentence
   * @param example a value, as YAML on one line
   */
  public record Prose(String meaning, String example) {}

  /**
   * A key that must be given.
   *
   * @param name its name
   * @param type what its value can be
   * @param meaning what it is about, a sentence
   * @param example a value, as YAML on one line
   */
  public static <T> Key<T> of(String name, Type<T> type, String meaning, String example) {
    return of(name, () -> type, meaning, example);
  }

  /**
   * A key that must be given, of a type that is only defined where the key is used.
   *
   * @param name its name
   * @param definition gives what its value can be, always the same
   * @param meaning what it is about, a sentence
   * @param example a value, as YAML on one line
   */
  public static <T> Key<T> of(
      String name, Supplier<Type<T>> definition, String meaning, String example) {
    return new Key<>(name, definition, new Presence.Required<>(), new Prose(meaning, example));
  }

  /** What its value can be. */
  public Type<T> type() {
    return definition.get();
  }

  /** A group of keys that stand among those of the map around them. */
  public static <T> Key<T> spread(Type<T> type) {
    return of("", type, "", "");
  }

  /** The same key with a value that holds where it is not given. */
  public Key<T> byDefault(T value) {
    return new Key<>(name, definition, new Presence.Default<>(value), prose);
  }

  /**
   * The same key, which need not be given.
   *
   * @param otherwise what holds then, for people
   */
  public Key<T> otherwise(String otherwise) {
    return new Key<>(name, definition, new Presence.Otherwise<>(otherwise), prose);
  }

  /** An example of the key with its value. */
  String shown() {
    return name + ": " + prose.example();
  }

  boolean isRequired() {
    return presence instanceof Presence.Required;
  }

  boolean isSpread() {
    return name.isEmpty();
  }

  /** The value that holds where the key is not given, if it is always the same. */
  Optional<T> defaultValue() {
    return presence instanceof Presence.Default<T> fixed
        ? Optional.of(fixed.value())
        : Optional.empty();
  }
}
