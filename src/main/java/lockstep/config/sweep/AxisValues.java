package lockstep.config.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.config.binding.Digits;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Real;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Sequence;
import lockstep.decimal.PrintedNumber;

/**
 * The values of an axis: a list, or a way to make one.
 *
 * <p>{@code {from: 0.1, to: 0.5, step: 0.1}} counts in decimals, so that it ends at 0.5; {@code
 * {linspace: [a, b, n]}} gives the doubles nearest to n evenly spaced numbers from a to b; {@code
 * {logspace: [a, b, n]}} gives ten to the power of these.
 */
final class AxisValues implements Type<List<Node>> {
  static final AxisValues TYPE = new AxisValues();

  /** The most values of one key. */
  static final int MOST = 1_000_000;

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String STEP = "step";
  private static final String LINSPACE = "linspace";
  private static final String LOGSPACE = "logspace";
  private static final ListOf<PrintedNumber> THREE_NUMBERS =
      ListOf.between(3, 3, "a list of two bounds and how many values", Digits.ANY);

  private AxisValues() {}

  @Override
  public Optional<List<Node>> read(Node node, Scope scope) {
    if (node instanceof Sequence list) {
      return listed(list, scope);
    }
    if (node instanceof Mapping map && keys(map).equals(Set.of(LINSPACE))) {
      return spaced(map.get(LINSPACE).orElseThrow(), scope.child(LINSPACE), false);
    }
    if (node instanceof Mapping map && keys(map).equals(Set.of(LOGSPACE))) {
      return spaced(map.get(LOGSPACE).orElseThrow(), scope.child(LOGSPACE), true);
    }
    if (node instanceof Mapping map && keys(map).equals(Set.of(FROM, TO, STEP))) {
      return stepped(map, scope);
    }
    String found = node instanceof Mapping map ? "has the keys " + keys(map) : "is " + node.shown();
    return scope.wrong(node, found, expectation());
  }

  private static Set<String> keys(Mapping map) {
    Set<String> keys = new LinkedHashSet<>();
    map.entries().forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  private static Optional<List<Node>> listed(Sequence list, Scope scope) {
    if (list.items().isEmpty()) {
      return scope.wrong(list, "is empty", "at least one value");
    }
    Set<String> meanings = new LinkedHashSet<>();
    for (Node item : list.items()) {
      if (!meanings.add(Assignment.meaning(item))) {
        return scope.wrong(item, "is in the list twice", "every value once");
      }
    }
    return Optional.of(list.items());
  }

  private static Optional<List<Node>> spaced(Node node, Scope scope, boolean powers) {
    Optional<List<PrintedNumber>> numbers = THREE_NUMBERS.read(node, scope);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal low = numbers.get().get(0).decimal();
    BigDecimal high = numbers.get().get(1).decimal();
    BigDecimal count = numbers.get().get(2).decimal();
    boolean counts = count.stripTrailingZeros().scale() <= 0 && count.signum() > 0;
    if (!counts || count.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      String message = numbers.get().get(2).text() + " values cannot be made";
      return scope.wrong(node, message, "a whole number from 1 to " + MOST);
    }
    if (low.compareTo(high) == 0 && count.intValueExact() > 1) {
      return scope.wrong(node, "all values would be equal", "two different bounds");
    }
    int parts = Math.max(1, count.intValueExact() - 1);
    return Optional.of(
        IntStream.range(0, count.intValueExact())
            .mapToObj(part -> Numbers.between(low, high, part, parts))
            .map(value -> powers ? Numbers.powerOfTen(value) : value.doubleValue())
            .map(value -> Numbers.node(node.place(), value))
            .toList());
  }

  private static Optional<List<Node>> stepped(Mapping map, Scope scope) {
    Optional<BigDecimal> from = number(map, FROM, scope);
    Optional<BigDecimal> to = number(map, TO, scope);
    Optional<BigDecimal> step = number(map, STEP, scope);
    if (from.isEmpty() || to.isEmpty() || step.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal way = to.get().subtract(from.get());
    if (step.get().signum() == 0 || way.signum() * step.get().signum() < 0) {
      return scope.wrong(map, "the steps do not lead from the first to the last value", "");
    }
    BigDecimal steps = way.divide(step.get(), 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
      return scope.wrong(map, "makes " + steps + " values", "at most " + MOST);
    }
    List<Node> values = new ArrayList<>();
    for (int i = 0; i <= steps.intValueExact(); i++) {
      BigDecimal value = from.get().add(step.get().multiply(BigDecimal.valueOf(i)));
      values.add(Numbers.node(map.place(), value.doubleValue()));
    }
    return Optional.of(values);
  }

  private static Optional<BigDecimal> number(Mapping map, String key, Scope scope) {
    return Digits.ANY
        .read(map.get(key).orElseThrow(), scope.child(key))
        .map(PrintedNumber::decimal);
  }

  @Override
  public Node write(List<Node> value) {
    return Node.list(value);
  }

  @Override
  public List<Node> cast(Object value) {
    return ((List<?>) value).stream().map(AnyValue.TYPE::cast).toList();
  }

  @Override
  public String noun() {
    return "a list of values, {from: a, to: b, step: s}, {linspace: [a, b, n]} or"
        + " {logspace: [a, b, n]}";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> number = Real.ANY.schema();
    Map<String, Object> three =
        Schemas.of("type", "array", "items", number, "minItems", 3, "maxItems", 3);
    return Schemas.anyOf(
        List.of(
            Schemas.of("type", "array", "minItems", 1),
            object(Schemas.of(LINSPACE, three), List.of(LINSPACE)),
            object(Schemas.of(LOGSPACE, three), List.of(LOGSPACE)),
            object(Schemas.of(FROM, number, TO, number, STEP, number), List.of(FROM, TO, STEP))));
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> keys) {
    return Schemas.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        keys,
        "additionalProperties",
        false);
  }
}
