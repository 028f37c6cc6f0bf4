package lockstep.config.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.config.binding.Block;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Digits;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
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
  /** Values that are crossed with others: each stands in a list once. */
  static final AxisValues DISTINCT = new AxisValues(true);

  /** Values that go in step with others: a column may repeat a value. */
  static final AxisValues COLUMN = new AxisValues(false);

  /** The most values of one key. */
  static final int MOST = 1_000_000;

  private static final String RANGE = "[-4, 0, 9]";

  private static final ListOf<PrintedNumber> THREE_NUMBERS =
      ListOf.between(3, 3, "a list of two bounds and how many values", Digits.ANY);

  private static final Key<PrintedNumber> FROM =
      Key.of("from", Digits.ANY, "The first value.", "0.1")
          .otherwise("a list, linspace or logspace");

  private static final Key<PrintedNumber> TO =
      Key.of("to", Digits.ANY, "What no value goes beyond.", "0.5")
          .otherwise("a list, linspace or logspace");

  private static final Key<PrintedNumber> STEP =
      Key.of("step", Digits.ANY, "The distance of neighbours; counted in decimals.", "0.1");

  private static final Key<List<PrintedNumber>> LINSPACE =
      Key.of(
              "linspace",
              THREE_NUMBERS,
              "Two bounds and how many evenly spaced values lie from one to the other.",
              RANGE)
          .otherwise("a list, logspace, or from, to and step");

  private static final Key<List<PrintedNumber>> LOGSPACE =
      Key.of("logspace", THREE_NUMBERS, "Ten to the power of what linspace gives.", RANGE)
          .otherwise("a list, linspace, or from, to and step");

  private static final Block<Values> STEPPED =
      Block.of(Values.class)
          .maybe(FROM, values -> Optional.empty())
          .maybe(TO, values -> Optional.empty())
          .maybe(STEP, values -> Optional.empty())
          .make(values -> values);

  private static final Block<Values> SPACED =
      Block.of(Values.class).maybe(LINSPACE, values -> Optional.empty()).make(values -> values);

  private static final Block<Values> POWERS =
      Block.of(Values.class).maybe(LOGSPACE, values -> Optional.empty()).make(values -> values);

  private final boolean distinct;

  private AxisValues(boolean distinct) {
    this.distinct = distinct;
  }

  @Override
  public Optional<List<Node>> read(Node node, Scope scope) {
    if (node instanceof Sequence list) {
      return listed(list, scope);
    }
    if (node instanceof Mapping map && map.get(LINSPACE.name()).isPresent()) {
      return SPACED.read(map, scope).flatMap(v -> spaced(map, v.of(LINSPACE), scope));
    }
    if (node instanceof Mapping map && map.get(LOGSPACE.name()).isPresent()) {
      return POWERS.read(map, scope).flatMap(v -> powers(map, v.of(LOGSPACE), scope));
    }
    if (node instanceof Mapping map && map.get(FROM.name()).isPresent()) {
      return STEPPED.read(map, scope).flatMap(v -> stepped(map, v, scope));
    }
    return scope.wrong(node, "is " + node.shown(), expectation());
  }

  private Optional<List<Node>> listed(Sequence list, Scope scope) {
    if (list.items().isEmpty()) {
      return scope.wrong(list, "is empty", "at least one value");
    }
    Optional<Node> again = distinct ? repeated(list.items()) : Optional.empty();
    return again.isPresent()
        ? scope.wrong(again.get(), "is in the list twice", "every value once")
        : Optional.of(list.items());
  }

  private static Optional<Node> repeated(List<Node> items) {
    Set<String> meanings = new LinkedHashSet<>();
    return items.stream().filter(item -> !meanings.add(Assignment.meaning(item))).findFirst();
  }

  private static Optional<List<Node>> spaced(Mapping map, List<PrintedNumber> range, Scope scope) {
    return between(map, range, scope)
        .map(values -> nodes(map, values.stream().map(BigDecimal::doubleValue)));
  }

  private static Optional<List<Node>> powers(Mapping map, List<PrintedNumber> range, Scope scope) {
    return between(map, range, scope)
        .map(values -> nodes(map, values.stream().map(Numbers::powerOfTen)));
  }

  private static Optional<List<BigDecimal>> between(
      Mapping map, List<PrintedNumber> range, Scope scope) {
    BigDecimal low = range.get(0).decimal();
    BigDecimal high = range.get(1).decimal();
    BigDecimal count = range.get(2).decimal();
    boolean counts = count.stripTrailingZeros().scale() <= 0 && count.signum() > 0;
    if (!counts || count.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      String message = range.get(2).text() + " values cannot be made";
      return scope.wrong(map, message, "a whole number from 1 to " + MOST);
    }
    if (low.compareTo(high) == 0 && count.intValueExact() > 1) {
      return scope.wrong(map, "all values would be equal", "two different bounds");
    }
    int parts = Math.max(1, count.intValueExact() - 1);
    return Optional.of(
        IntStream.range(0, count.intValueExact())
            .mapToObj(part -> Numbers.between(low, high, part, parts))
            .toList());
  }

  private static Optional<List<Node>> stepped(Mapping map, Values values, Scope scope) {
    for (Key<PrintedNumber> key : List.of(FROM, TO, STEP)) {
      if (values.find(key).isEmpty()) {
        return scope.child(key.name()).wrong(map, "is missing", "a number");
      }
    }
    BigDecimal from = values.of(FROM).decimal();
    BigDecimal way = values.of(TO).decimal().subtract(from);
    BigDecimal step = values.of(STEP).decimal();
    if (step.signum() == 0 || way.signum() * step.signum() < 0) {
      return scope.wrong(map, "the steps do not lead from the first to the last value", "");
    }
    BigDecimal steps = way.divide(step, 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
      return scope.wrong(map, "makes " + steps + " values", "at most " + MOST);
    }
    return Optional.of(
        nodes(
            map,
            IntStream.rangeClosed(0, steps.intValueExact())
                .mapToObj(i -> from.add(step.multiply(BigDecimal.valueOf(i))).doubleValue())));
  }

  private static List<Node> nodes(Mapping map, Stream<Double> values) {
    return values.map(value -> Numbers.node(map.place(), value)).toList();
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
    return Schemas.anyOf(
        List.of(
            Schemas.of("type", "array", "minItems", 1),
            SPACED.schema(),
            POWERS.schema(),
            STEPPED.schema()));
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    List.of(SPACED, POWERS, STEPPED).forEach(block -> block.describe(path, catalogue));
  }
}
