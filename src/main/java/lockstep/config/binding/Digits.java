package lockstep.config.binding;

import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.decimal.PrintedNumber;

/** A number whose digits are kept as they are written. */
public record Digits(Real number) implements Type<PrintedNumber> {
  /** Any number. */
  public static final Digits ANY = new Digits(Real.ANY);

  @Override
  public Optional<PrintedNumber> read(Node node, Scope scope) {
    return number.read(node, scope).map(value -> new PrintedNumber(text(node)));
  }

  private static String text(Node node) {
    return ((Node.Scalar) node).text();
  }

  @Override
  public Node write(PrintedNumber value) {
    return Node.plain(value.text());
  }

  @Override
  public PrintedNumber cast(Object value) {
    return (PrintedNumber) value;
  }

  @Override
  public String noun() {
    return "a number as printed";
  }

  @Override
  public String range() {
    return number.range();
  }

  @Override
  public Map<String, Object> schema() {
    return number.schema();
  }
}
