package lockstep.config.binding;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.NumberText;

/**
 * A whole number, written with digits only.
 *
 * @param low the smallest
 * @param high the largest
 */
public record Whole(long low, long high) implements Type<Long> {

  /** Whole numbers that Java keeps as {@code int}. */
  public static Type<Integer> small(int low, int high) {
    return Mapped.of(
        Integer.class, new Whole(low, high), Math::toIntExact, value -> value.longValue());
  }

  /** Whole numbers from a bound to the largest {@code int}. */
  public static Type<Integer> from(int low) {
    return small(low, Integer.MAX_VALUE);
  }

  /** How many there are of something that takes memory, from a bound on. */
  public static Type<Integer> size(int low) {
    return new Size(new Whole(low, Integer.MAX_VALUE));
  }

  @Override
  public Optional<Long> read(Node node, Scope scope) {
    Optional<String> text = Real.numeral(node, scope, this);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!NumberText.isInteger(text.get())) {
      return scope.wrong(node, text.get() + " is not written as a whole number", expectation());
    }
    BigInteger value = new BigInteger(text.get());
    boolean inside =
        value.bitLength() < Long.SIZE && value.longValue() >= low && value.longValue() <= high;
    return inside
        ? Optional.of(value.longValue())
        : scope.wrong(node, text.get() + " is out of range", expectation());
  }

  @Override
  public Node write(Long value) {
    return Node.plain(Long.toString(value));
  }

  @Override
  public Long cast(Object value) {
    return (Long) value;
  }

  @Override
  public String noun() {
    return "a whole number";
  }

  @Override
  public String range() {
    return "from " + low + " to " + high;
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.of("type", "integer", "minimum", low, "maximum", high);
  }
}
