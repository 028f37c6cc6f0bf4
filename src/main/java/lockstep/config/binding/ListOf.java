package lockstep.config.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Node.Sequence;

/**
 * A list.
 *
 * @param noun what it is, with its article
 * @param element what each item is
 * @param length how many items it has
 * @param distinct whether no item may be there twice
 */
public record ListOf<E>(String noun, Type<E> element, Length length, boolean distinct)
    implements Type<List<E>> {

  /**
   * How many items a list has.
   *
   * @param smallest the fewest
   * @param largest the most
   */
  public record Length(int smallest, int largest) {
    /** So many or more. */
    public static Length atLeast(int smallest) {
      return new Length(smallest, Integer.MAX_VALUE);
    }

    private boolean isLimited() {
      return largest < Integer.MAX_VALUE;
    }

    private boolean contains(int count) {
      return count >= smallest && count <= largest;
    }

    private String text() {
      if (smallest == largest) {
        return "with exactly " + smallest + (smallest == 1 ? " item" : " items");
      }
      if (isLimited()) {
        return "with " + smallest + " to " + largest + " items";
      }
      return smallest < 2 ? "" : "with at least " + smallest + " items";
    }

    private void addTo(Map<String, Object> schema) {
      if (smallest > 0) {
        schema.put("minItems", smallest);
      }
      if (isLimited()) {
        schema.put("maxItems", largest);
      }
    }
  }

  /** A list that may be empty. */
  public static <E> ListOf<E> any(String noun, Type<E> element) {
    return new ListOf<>(noun, element, Length.atLeast(0), false);
  }

  /** A list of at least so many items. */
  public static <E> ListOf<E> atLeast(int smallest, String noun, Type<E> element) {
    return new ListOf<>(noun, element, Length.atLeast(smallest), false);
  }

  /** A list of a limited number of items. */
  public static <E> ListOf<E> between(int smallest, int largest, String noun, Type<E> element) {
    return new ListOf<>(noun, element, new Length(smallest, largest), false);
  }

  /** A list of different items. */
  public static <E> ListOf<E> distinct(String noun, Type<E> element) {
    return new ListOf<>(noun, element, Length.atLeast(0), true);
  }

  @Override
  public Optional<List<E>> read(Node node, Scope scope) {
    if (!(node instanceof Sequence sequence)) {
      return scope.wrong(node, "is " + node.shown(), expectation());
    }
    if (!length.contains(sequence.items().size())) {
      int count = sequence.items().size();
      String message =
          count == 0 ? "is empty" : count == 1 ? "has 1 item" : "has " + count + " items";
      return scope.wrong(node, message, expectation());
    }
    List<E> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      readItem(sequence.items().get(i), scope.item(i), items);
    }
    return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
  }

  private void readItem(Node node, Scope scope, List<E> items) {
    scope.at(node);
    if (node instanceof Scalar scalar && scalar.missing()) {
      scope.wrong(node, "has no value", element.expectation());
      return;
    }
    Optional<E> item = element.read(node, scope);
    boolean again = distinct && item.isPresent() && items.contains(item.get());
    if (again) {
      scope.wrong(node, "is in the list twice", "every item once");
    }
    item.ifPresent(value -> scope.trace().foundItem(scope, value));
    item.filter(value -> !again).ifPresent(items::add);
  }

  @Override
  public Node write(List<E> value) {
    return Node.list(value.stream().map(element::write).toList());
  }

  @Override
  public List<E> cast(Object value) {
    return ((List<?>) value).stream().map(element::cast).toList();
  }

  @Override
  public String range() {
    return length.text();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = Schemas.of("type", "array", "items", element.schema());
    length.addTo(schema);
    if (distinct) {
      schema.put("uniqueItems", true);
    }
    return schema;
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    element.describe(path, catalogue);
  }
}
