package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Place;

/**
 * A choice whose word is the value of one key and whose parameters are the keys beside it: {@code
 * generator: circles, samples: 100}.
 *
 * @param noun what is chosen, with its article
 * @param tag the key that has the word
 * @param type what all options have in common
 * @param options the table of what can be chosen; the parameters of each are a block
 */
public record Tagged<T>(
    String noun, Key<String> tag, Class<T> type, List<Option<? extends T>> options)
    implements Fields<T> {

  @Override
  public Optional<T> read(Node node, Scope scope) {
    return node instanceof Mapping mapping
        ? readFields(mapping, scope)
        : scope.wrong(node, "is " + node.shown(), noun());
  }

  @Override
  public Optional<T> readFields(Mapping mapping, Scope scope) {
    Scope tagScope = scope.child(tag.name());
    Optional<Node> word = mapping.get(tag.name());
    if (word.isEmpty() && scope.trace().hasGaps()) {
      return Optional.empty();
    }
    if (word.isEmpty()) {
      return tagScope.wrong(mapping, "is missing", expectation());
    }
    tagScope.at(word.get());
    Optional<Option<? extends T>> chosen = chosen(mapping);
    return chosen.isEmpty()
        ? unknown(word.get(), tagScope)
        : readOption(chosen.get(), mapping, scope);
  }

  private Optional<T> unknown(Node word, Scope tagScope) {
    String text = word instanceof Scalar scalar ? scalar.text() : "";
    String suggestion = Spelling.nearest(text, words());
    return tagScope.wrong(word.place(), found(word), expectation(), suggestion);
  }

  private static String found(Node node) {
    return (node instanceof Scalar ? "unknown word " : "is ") + node.shown();
  }

  private static <V, T extends V> Optional<V> readOption(
      Option<T> option, Mapping mapping, Scope scope) {
    return fields(option).readFields(mapping, scope).map(value -> value);
  }

  private static <V> Fields<V> fields(Option<V> option) {
    return option.fields().orElseThrow(() -> new IllegalStateException(option.word()));
  }

  private Optional<Option<? extends T>> chosen(Mapping mapping) {
    if (mapping.get(tag.name()).orElse(mapping) instanceof Scalar word) {
      for (Option<? extends T> option : options) {
        if (option.word().equals(word.text())) {
          return Optional.of(option);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Node write(T value) {
    return new Mapping(Place.NONE, writeFields(value));
  }

  @Override
  public List<Entry> writeFields(T value) {
    Option<? extends T> option =
        options.stream().filter(candidate -> candidate.has(value)).findFirst().orElseThrow();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(Place.NONE, tag.name(), Node.plain(option.word())));
    entries.addAll(written(option, value));
    return entries;
  }

  private static <V> List<Entry> written(Option<V> option, Object value) {
    return fields(option).writeFields(option.type().cast(value));
  }

  @Override
  public List<Key<?>> keysIn(Mapping mapping) {
    List<Key<?>> keys = new ArrayList<>(List.of(tag));
    Optional<Option<? extends T>> chosen = chosen(mapping);
    List<Option<? extends T>> relevant = chosen.isPresent() ? List.of(chosen.get()) : options;
    relevant.forEach(option -> keys.addAll(fields(option).keysIn(mapping)));
    return keys;
  }

  @Override
  public boolean knows(String name, Mapping mapping) {
    Optional<Option<? extends T>> chosen = chosen(mapping);
    return name.equals(tag.name())
        || (chosen.isPresent()
            ? fields(chosen.get()).knows(name, mapping)
            : options.stream().anyMatch(option -> fields(option).knows(name, mapping)));
  }

  @Override
  public List<String> requiredKeys() {
    return List.of(tag.name());
  }

  @Override
  public Optional<String> ownerOf(String key) {
    List<String> owners =
        options.stream().filter(option -> hasKey(option, key)).map(Option::word).toList();
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(tag.name() + " " + String.join(", ", owners));
  }

  private static boolean hasKey(Option<?> option, String name) {
    return fields(option).keysIn(new Mapping(Place.NONE, List.of())).stream()
        .anyMatch(key -> key.name().equals(name));
  }

  /** With another word, nothing of the old word's parameters is inherited. */
  @Override
  public Set<String> notInherited(Mapping base, Mapping over) {
    Set<String> names = new LinkedHashSet<>();
    boolean changed = over.get(tag.name()).isPresent() && !chosen(base).equals(chosen(over));
    if (changed) {
      chosen(base).ifPresent(old -> fields(old).keysIn(base).forEach(key -> names.add(key.name())));
    }
    return names;
  }

  @Override
  public T cast(Object value) {
    return type.cast(value);
  }

  private List<String> words() {
    return options.stream().map(Option::word).toList();
  }

  @Override
  public String range() {
    return "one of " + String.join(", ", words());
  }

  @Override
  public String expectation() {
    return noun + " (" + range() + ")";
  }

  @Override
  public Map<String, Object> schema() {
    List<Map<String, Object>> schemas =
        objectSchemas().stream().map(ObjectSchema::toSchema).toList();
    return new LinkedHashMap<>(Map.of("oneOf", schemas));
  }

  @Override
  public List<ObjectSchema> objectSchemas() {
    return options.stream().flatMap(option -> schemas(option).stream()).toList();
  }

  private List<ObjectSchema> schemas(Option<?> option) {
    ObjectSchema word = ObjectSchema.tag(tag.name(), option.word(), option.meaning());
    return ObjectSchema.product(List.of(word), fields(option).objectSchemas());
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    String full = path + "." + tag.name();
    catalogue.add(full, tag);
    for (Option<? extends T> option : options) {
      catalogue.word(full, option, option.flatForm(), option.shownFlat());
      option.payload().describe(path, catalogue.under(tag.name() + ": " + option.word()));
    }
  }
}
