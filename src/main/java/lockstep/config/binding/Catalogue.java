package lockstep.config.binding;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.yaml.YamlWriter;

/** All keys and words of the file format, in the order of the file. */
public final class Catalogue {
  private final List<Item> items;
  private final String condition;

  private Catalogue(List<Item> items, String condition) {
    this.items = items;
    this.condition = condition;
  }

  /**
   * One key, or one word that a key can have.
   *
   * @param path the full key, without list positions
   * @param condition when it applies: {@code generator: circles}; empty if always
   * @param type what its value is
   * @param range which values it can have; may be empty
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
      String fallback,
      String meaning,
      String example,
      boolean word) {}

  /** The keys of a type. */
  public static List<Item> of(Type<?> type) {
    Catalogue catalogue = new Catalogue(new ArrayList<>(), "");
    type.describe("", catalogue);
    return List.copyOf(catalogue.items);
  }

  /** The same catalogue, for keys that apply under a condition. */
  Catalogue under(String condition) {
    return new Catalogue(items, condition);
  }

  <T> void add(String path, Key<T> key) {
    items.add(
        new Item(
            path,
            condition,
            key.type().noun(),
            key.type().range(),
            fallback(key),
            key.prose().meaning(),
            key.name() + ": " + key.prose().example(),
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

  void word(String path, Option<?> option) {
    items.add(
        new Item(
            path + "." + option.word(), condition, "a word", "", "", option.meaning(), "", true));
  }
}
