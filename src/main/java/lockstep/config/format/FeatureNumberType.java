package lockstep.config.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Real;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.data.FeatureNumbers;

/** A number for all inputs, a list with one for each, or the word {@code drawn}. */
final class FeatureNumberType implements Type<FeatureNumbers> {
  private static final String DRAWN = "drawn";

  private static final Type<FeatureNumbers> NUMBERS =
      new ListOr<>(
          Mapped.of(
              FeatureNumbers.class,
              Real.ANY,
              FeatureNumbers.Same::new,
              same -> ((FeatureNumbers.Same) same).value()),
          Mapped.of(
              FeatureNumbers.class,
              ListOf.atLeast(1, "a list with one for each input", Real.ANY),
              FeatureNumbers.Each::new,
              each -> ((FeatureNumbers.Each) each).values()),
          FeatureNumbers.Same.class::isInstance);

  @Override
  public Optional<FeatureNumbers> read(Node node, Scope scope) {
    return isWord(node) ? Optional.of(new FeatureNumbers.Random()) : NUMBERS.read(node, scope);
  }

  private static boolean isWord(Node node) {
    return node instanceof Scalar scalar && scalar.text().equals(DRAWN);
  }

  @Override
  public Node write(FeatureNumbers value) {
    return value instanceof FeatureNumbers.Random ? Node.plain(DRAWN) : NUMBERS.write(value);
  }

  @Override
  public FeatureNumbers cast(Object value) {
    return (FeatureNumbers) value;
  }

  @Override
  public String noun() {
    return NUMBERS.noun() + ", or the word " + DRAWN;
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(NUMBERS.schema(), Schemas.of("const", DRAWN)));
  }
}
