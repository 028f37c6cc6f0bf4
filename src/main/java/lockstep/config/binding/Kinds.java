package lockstep.config.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/**
 * Maps of several kinds; which keys one has tells its kind.
 *
 * @param noun what they are, with an article
 * @param type what all kinds have in common
 * @param kinds the kinds; the first with one of its telling keys is taken, else the last
 */
public record Kinds<T>(String noun, Class<T> type, List<Kind<? extends T>> kinds)
    implements Type<T> {

  /**
   * A kind of map.
   *
   * @param option its name, and its keys as a block
   * @param tellingKeys the keys that only this kind has
   */
  public record Kind<V>(Option<V> option, List<String> tellingKeys) {
    private boolean isToldBy(Mapping mapping) {
      return tellingKeys.stream().anyMatch(key -> mapping.get(key).isPresent());
    }

    private Node write(Object value) {
      return option.payload().write(option.type().cast(value));
    }
  }

  @Override
  public Optional<T> read(Node node, Scope scope) {
    if (!(node instanceof Mapping mapping)) {
      return scope.wrong(node, "is " + node.shown(), noun);
    }
    Kind<? extends T> kind =
        kinds.stream()
            .filter(candidate -> candidate.isToldBy(mapping))
            .findFirst()
            .orElse(kinds.get(kinds.size() - 1));
    return kind.option().payload().read(mapping, scope).map(value -> value);
  }

  @Override
  public Node write(T value) {
    return kinds.stream()
        .filter(kind -> kind.option().has(value))
        .findFirst()
        .orElseThrow()
        .write(value);
  }

  @Override
  public T cast(Object value) {
    return type.cast(value);
  }

  @Override
  public Map<String, Object> schema() {
    List<Map<String, Object>> schemas =
        kinds.stream().map(kind -> kind.option().payload().schema()).toList();
    return new LinkedHashMap<>(Map.of("anyOf", schemas));
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    for (Kind<? extends T> kind : kinds) {
      kind.option().payload().describe(path, catalogue.under(kind.option().meaning()));
    }
  }
}
