package lockstep.config.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;

/**
 * A word, or a one-key map from the word to its parameters: {@code bce} or {@code {bce: {reduction:
 * sum}}}.
 *
 * @param noun what is chosen, with its article
 * @param type what all options have in common
 * @param options the table of what can be chosen
 */
public record Choice<T>(String noun, Class<T> type, List<Option<? extends T>> options)
    implements Type<T> {

  @Override
  public Optional<T> read(Node node, Scope scope) {
    if (node instanceof Scalar scalar) {
      Optional<Option<? extends T>> option = find(scalar.text(), node, scope);
      return option.isPresent() ? bare(option.get(), scalar, scope) : Optional.empty();
    }
    if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
      Entry entry = mapping.entries().get(0);
      scope.child(entry.key()).at(entry.value());
      Optional<Option<? extends T>> option = find(entry.key(), node, scope);
      return option.isPresent() ? full(option.get(), entry.value(), scope) : Optional.empty();
    }
    String message =
        node instanceof Mapping mapping
            ? "is a map with " + mapping.entries().size() + " keys"
            : "is a list";
    return scope.wrong(node, message, expectation() + ", as a word or as a map with that one key");
  }

  private Optional<Option<? extends T>> find(String word, Node node, Scope scope) {
    for (Option<? extends T> option : options) {
      if (option.word().equals(word)) {
        return Optional.of(option);
      }
    }
    String suggestion = Spelling.nearest(word, words());
    return scope.wrong(node.place(), "unknown word '" + word + "'", expectation(), suggestion);
  }

  private Optional<T> bare(Option<? extends T> option, Scalar scalar, Scope scope) {
    if (option.fields().isEmpty()) {
      String expected = "{" + option.word() + ": ...} with " + option.payload().expectation();
      return scope.wrong(scalar, "needs its values", expected);
    }
    return full(option, new Mapping(scalar.place(), List.of()), scope);
  }

  private Optional<T> full(Option<? extends T> option, Node parameters, Scope scope) {
    return option.read(parameters, scope).map(value -> value);
  }

  @Override
  public Node write(T value) {
    return options.stream()
        .filter(option -> option.has(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no word for " + value))
        .write(value);
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
    return new LinkedHashMap<>(
        Map.of("oneOf", options.stream().flatMap(option -> schemas(option).stream()).toList()));
  }

  private static List<Map<String, Object>> schemas(Option<?> option) {
    Map<String, Object> full =
        new ObjectSchema(Map.of(option.word(), option.payload().schema()), List.of(option.word()))
            .toSchema();
    boolean needsNothing =
        option.fields().stream()
            .flatMap(fields -> fields.objectSchemas().stream())
            .anyMatch(schema -> schema.required().isEmpty());
    return needsNothing
        ? List.of(Schemas.word(option.word(), option.meaning()), full)
        : List.of(full);
  }

  /** The same word's parameters are merged; another word replaces it with its parameters. */
  @Override
  public Node merge(Node base, Node over) {
    if (base instanceof Mapping old && over instanceof Mapping changed) {
      for (Option<? extends T> option : options) {
        Optional<Node> before = old.get(option.word());
        Optional<Entry> after = changed.entry(option.word());
        if (before.isPresent() && after.isPresent() && changed.entries().size() == 1) {
          Node merged = option.payload().merge(before.get(), after.get().value());
          return changed.with(new Entry(after.get().place(), option.word(), merged));
        }
      }
    }
    return over;
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    for (Option<? extends T> option : options) {
      catalogue.word(path, option, option.form(), option.shown());
      option.payload().describe(path + "." + option.word(), catalogue);
    }
  }
}
