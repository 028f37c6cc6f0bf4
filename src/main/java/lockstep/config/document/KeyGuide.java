package lockstep.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Explanation;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Catalogue.Item;
import lockstep.config.binding.Spelling;
import lockstep.config.format.ExperimentKeys;

/** What {@code explain} says of keys. */
public final class KeyGuide {
  private static final int WIDEST_KEY = 44;

  private final List<Item> items = Catalogue.of(ExperimentKeys.EXPERIMENT);

  /**
   * Explains all keys in a line each, or one in full.
   *
   * @param key a full key, or the end of one; empty for all
   */
  public Explanation explain(Optional<String> key) {
    return key.map(this::one).orElseGet(() -> new Explanation(true, list(keys())));
  }

  private List<Item> keys() {
    return items.stream().filter(item -> !item.word()).toList();
  }

  private Explanation one(String key) {
    List<Item> found = items.stream().filter(item -> item.path().equals(key)).toList();
    if (found.isEmpty()) {
      found = items.stream().filter(item -> item.path().endsWith("." + key)).toList();
    }
    if (found.isEmpty()) {
      return new Explanation(false, unknown(key));
    }
    List<String> texts = new ArrayList<>();
    found.forEach(item -> texts.add(detail(item)));
    List<Item> above = found;
    List<Item> below =
        items.stream().filter(item -> above.stream().anyMatch(of -> isBelow(item, of))).toList();
    texts.add(below.isEmpty() ? "" : "keys and words below it:\n" + list(below));
    return new Explanation(
        true, String.join("\n", texts.stream().filter(t -> !t.isEmpty()).toList()));
  }

  /** Whether an item is within another one, or beside the word that makes it possible. */
  private static boolean isBelow(Item item, Item above) {
    boolean within = item.path().startsWith(above.path() + ".");
    int end = above.path().lastIndexOf('.');
    return within
        || above.word()
            && item.condition()
                .equals(name(above.path().substring(0, end)) + ": " + name(above.path()));
  }

  private static String detail(Item item) {
    StringBuilder text = new StringBuilder(item.path());
    text.append(item.condition().isEmpty() ? "" : " (" + item.condition() + ")").append('\n');
    append(text, "meaning", item.meaning());
    append(text, "type", item.type());
    append(text, "range", item.range());
    append(text, "default", item.fallback());
    append(text, "example", item.example());
    return text.toString();
  }

  private static void append(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append("  ").append(label).append(" ".repeat(9 - label.length()));
      text.append(value).append('\n');
    }
  }

  private static String list(List<Item> items) {
    StringBuilder text = new StringBuilder();
    for (Item item : items) {
      int padding = Math.max(1, WIDEST_KEY - item.path().length());
      String condition = item.condition().isEmpty() ? "" : " (" + item.condition() + ")";
      text.append(item.path()).append(" ".repeat(padding));
      text.append(item.meaning()).append(condition).append('\n');
    }
    return text.toString();
  }

  private String unknown(String key) {
    List<String> paths = items.stream().map(Item::path).distinct().toList();
    String suggestion = Spelling.nearest(key, paths);
    if (suggestion.isEmpty()) {
      List<String> names = paths.stream().map(KeyGuide::name).distinct().toList();
      String name = Spelling.nearest(name(key), names);
      suggestion = paths.stream().filter(path -> name(path).equals(name)).findFirst().orElse("");
    }
    String hint = suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?";
    return "unknown key '" + key + "'" + hint + "\n";
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
