package lockstep.config.binding;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.yaml.YamlWriter;

/** All keys and words of the file format, in the order of the file. */
public final class Catalogue {
  private final List<Item> items;
  private final List<Key<?>> keys;
  private final String condition;

  private Catalogue(List<Item> items, List<Key<?>> keys, String condition) {
    this.items = items;
    this.keys = keys;
    this.condition = condition;
  }

  /**
   * One key, or one word that a key can have.
   *
   * @param path the full key, without list positions
   * @param condition when it applies: {@code generator: circles}; empty if always
   * @param type what its value is
   * @param range which values it can have; may be empty
   * @param values type and range together
   * @param fallback its default, {@code required}, or what holds otherwise; empty for words
   * @param meaning what it is about
   * @param example an example, as YAML
   * @param word whether it is a word rather than a key
   */
  public record Item(
      String path,
      String condition,
      String type,
      String range,
      String values,
      String fallback,
      String meaning,
      String example,
      boolean word) {}

  /** The keys and words of a type. */
  public static List<Item> of(Type<?> type) {
    return List.copyOf(collect(type).items);
  }

  /** The definitions of a type's keys. */
  public static List<Key<?>> keysOf(Type<?> type) {
    return List.copyOf(collect(type).keys);
  }

  private static Catalogue collect(Type<?> type) {
    Catalogue catalogue = new Catalogue(new ArrayList<>(), new ArrayList<>(), "");
    type.describe("", catalogue);
    return catalogue;
  }

  /** The same catalogue, for keys that apply under a condition. */
  Catalogue under(String condition) {
    return new Catalogue(items, keys, condition);
  }

  <T> void add(String path, Key<T> key) {
    keys.add(key);
    items.add(
        new Item(
            path,
            condition,
            key.type().noun(),
            key.type().range(),
            key.type().expectation(),
            fallback(key),
            key.prose().meaning(),
            key.shown(),
            false));
  }

  private static <T> String fallback(Key<T> key) {
    if (key.presence() instanceof Key.Presence.Otherwise<T> otherwise) {
      return otherwise.text();
    }
    return key.defaultValue()
        .map(value -> YamlWriter.inline(key.type().write(value)))
        .orElse("required");
  }

  /**
   * Adds a word.
   *
   * @param path the key that can have it
   * @param option the word
   * @param form what it is with its parameters
   * @param shown an example of these
   */
  void word(String path, Option<?> option, String form, String shown) {
    String full = path + "." + option.word();
    String example = path.substring(path.lastIndexOf('.') + 1) + ": " + shown;
    items.add(new Item(full, condition, form, "", form, "", option.meaning(), example, true));
  }
}
