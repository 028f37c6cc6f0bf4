package lockstep.config.binding;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;

/**
 * A text.
 *
 * @param pattern what all of it must match
 * @param range the same for people; may be empty
 */
public record Text(String pattern, String range) implements Type<String> {
  /** Any text. */
  public static final Text ANY = new Text("(?s).*", "");

  @Override
  public Optional<String> read(Node node, Scope scope) {
    if (!(node instanceof Scalar scalar)) {
      return scope.wrong(node, "is " + node.shown(), expectation());
    }
    if (scalar.plain() && isNoText(scalar.text())) {
      return scope.wrong(node, scalar.shown() + " is no text without quotes", expectation());
    }
    return Pattern.matches(pattern, scalar.text())
        ? Optional.of(scalar.text())
        : scope.wrong(node, scalar.shown() + " is not allowed", expectation());
  }

  private static boolean isNoText(String text) {
    return NumberText.isReal(text)
        || NumberText.fault(text).isPresent()
        || text.equals("true")
        || text.equals("false");
  }

  @Override
  public Node write(String value) {
    return Node.text(value);
  }

  @Override
  public String cast(Object value) {
    return (String) value;
  }

  @Override
  public String noun() {
    return "a text";
  }

  @Override
  public Map<String, Object> schema() {
    return this.equals(ANY)
        ? Schemas.of("type", "string")
        : Schemas.of("type", "string", "pattern", "^(" + pattern + ")$");
  }
}
