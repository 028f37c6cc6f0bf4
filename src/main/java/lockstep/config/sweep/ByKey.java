package lockstep.config.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;

/**
 * A map whose keys are full keys of the file, such as {@code training.learning_rate}.
 *
 * @param content what is said of each
 * @param noun what the map is, with its article
 */
record ByKey<T>(Type<T> content, String noun) implements Type<List<ByKey.Item<T>>> {
  /** Keys that mean nothing within a trial. */
  private static final List<String> NOT_SWEPT =
      List.of(
          "experiment", "title", "description", "source", "extends", "expect", "sweep", "search");

  /**
   * What is said of one key.
   *
   * @param key which key
   * @param place where it stands
   * @param content what is said
   * @param written the same as it stands in the file
   */
  record Item<T>(KeyPath key, Place place, T content, Node written) {}

  @Override
  public Optional<List<Item<T>>> read(Node node, Scope scope) {
    if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      return scope.wrong(node, "is " + (node instanceof Mapping ? "empty" : node.shown()), noun);
    }
    List<Item<T>> items = new ArrayList<>();
    mapping.entries().forEach(entry -> item(entry, scope).ifPresent(items::add));
    return items.size() == mapping.entries().size() ? Optional.of(items) : Optional.empty();
  }

  private Optional<Item<T>> item(Entry entry, Scope scope) {
    Scope child = scope.child(entry.key());
    Optional<KeyPath> key = KeyPath.of(entry.key());
    if (key.isEmpty()) {
      return child.wrong(
          entry.place(), "is no key", "a full key such as training.learning_rate", "");
    }
    if (!changesTrials(key.get())) {
      return child.wrong(entry.place(), "does not change a trial", "any other key", "");
    }
    return content
        .read(entry.value(), child)
        .map(value -> new Item<>(key.get(), entry.place(), value, entry.value()));
  }

  /** Whether a key can make a trial another one. */
  static boolean changesTrials(KeyPath key) {
    return !NOT_SWEPT.contains(key.first());
  }

  @Override
  public Node write(List<Item<T>> value) {
    return new Mapping(
        Place.NONE,
        value.stream()
            .map(item -> new Entry(Place.NONE, item.key().text(), item.written()))
            .toList());
  }

  @Override
  public List<Item<T>> cast(Object value) {
    List<Item<T>> items = new ArrayList<>();
    for (Object item : (List<?>) value) {
      Item<?> any = (Item<?>) item;
      items.add(new Item<>(any.key(), any.place(), content.cast(any.content()), any.written()));
    }
    return items;
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    content.describe(path + ".key", catalogue);
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.of(
        "type", "object", "minProperties", 1, "additionalProperties", content.schema());
  }
}
