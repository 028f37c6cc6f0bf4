package lockstep.config.binding;

import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;

/**
 * A real number.
 *
 * @param limits its range
 */
public record Real(Range limits) implements Type<Double> {
  /** Any real number. */
  public static final Real ANY = new Real(Range.ALL);

  @Override
  public Optional<Double> read(Node node, Scope scope) {
    Optional<String> text = numeral(node, scope, this);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text.get());
    return limits.contains(value)
        ? Optional.of(value)
        : scope.wrong(node, text.get() + " is out of range", expectation());
  }

  /**
   * The characters of a number.
   *
   * @param type what was expected
   * @return empty if it is none, which is then reported
   */
  static Optional<String> numeral(Node node, Scope scope, Type<?> type) {
    if (node instanceof Scalar scalar && scalar.plain() && NumberText.isReal(scalar.text())) {
      return Optional.of(scalar.text());
    }
    String expected = type.expectation();
    if (!(node instanceof Scalar scalar)) {
      return scope.wrong(node, "is " + node.shown(), expected);
    }
    if (!scalar.plain()) {
      return scope.wrong(node, "is a text, as it stands in quotes", expected);
    }
    String fault = NumberText.fault(scalar.text()).map(why -> ": " + why).orElse("");
    return scope.wrong(node, scalar.shown() + " is not a number" + fault, expected);
  }

  @Override
  public Node write(Double value) {
    return Node.plain(Range.show(value));
  }

  @Override
  public Double cast(Object value) {
    return (Double) value;
  }

  @Override
  public String noun() {
    return "a real number";
  }

  @Override
  public String range() {
    return limits.text();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = Schemas.of("type", "number");
    limits.addTo(schema);
    return schema;
  }
}
