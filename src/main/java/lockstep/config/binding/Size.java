package lockstep.config.binding;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;

/**
 * How many there are of something that takes memory. A number beyond the range is answered with
 * what that many would need at least, a number of eight bytes for each.
 *
 * @param limits the whole numbers that it can be, all of them {@code int}
 */
record Size(Whole limits) implements Type<Integer> {

  @Override
  public Optional<Integer> read(Node node, Scope scope) {
    Optional<BigInteger> beyond = beyond(node);
    if (beyond.isPresent()) {
      String need = Bytes.show(Bytes.OF_A_NUMBER * beyond.get().doubleValue());
      String message = beyond.get() + " would need at least " + need + " of memory";
      return scope.wrong(node, message, expectation());
    }
    return limits.read(node, scope).map(Math::toIntExact);
  }

  /** The number, if it is beyond the range, but none so long that it has no meaning as a size. */
  private Optional<BigInteger> beyond(Node node) {
    return Optional.of(node)
        .filter(any -> any instanceof Scalar scalar && scalar.plain())
        .map(any -> ((Scalar) any).text())
        .filter(NumberText::isInteger)
        .map(BigInteger::new)
        .filter(value -> value.compareTo(BigInteger.valueOf(limits.high())) > 0)
        .filter(value -> value.bitLength() < Long.SIZE);
  }

  @Override
  public Node write(Integer value) {
    return limits.write(value.longValue());
  }

  @Override
  public Integer cast(Object value) {
    return (Integer) value;
  }

  @Override
  public String noun() {
    return limits.noun();
  }

  @Override
  public String range() {
    return limits.range();
  }

  @Override
  public Map<String, Object> schema() {
    return limits.schema();
  }
}
