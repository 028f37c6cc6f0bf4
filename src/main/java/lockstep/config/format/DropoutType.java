package lockstep.config.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.format.DropoutSection.Rates;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/** A rate, a list of them, or a map with its random numbers. */
final class DropoutType implements Type<DropoutSection> {
  private static final Type<Double> EACH = new Real(Range.halfOpen(0, 1));

  private static final Type<Rates> RATES =
      new ListOr<>(
          Mapped.of(Rates.class, EACH, Rates::everywhere, rates -> rates.each().get(0)),
          Mapped.of(
              Rates.class,
              ListOf.atLeast(1, "a list with one for each hidden layer", EACH),
              Rates::listed,
              Rates::each),
          Rates::everywhere);

  private static final Key<Rates> RATE =
      Key.of(
          "rate",
          RATES,
          "The probability with which a hidden unit is silenced; or a list with one for each hidden"
              + " layer.",
          "0.5");

  private static final Block<DropoutSection> BLOCK =
      Block.of(DropoutSection.class)
          .with(RATE, DropoutSection::rates)
          .with(StreamKeys.STREAM, DropoutSection::stream)
          .make(v -> new DropoutSection(v.of(RATE), v.of(StreamKeys.STREAM)));

  @Override
  public Optional<DropoutSection> read(Node node, Scope scope) {
    return node instanceof Mapping
        ? BLOCK.read(node, scope)
        : RATES.read(node, scope).map(DropoutSection::of);
  }

  @Override
  public Node write(DropoutSection value) {
    return BLOCK.write(value);
  }

  @Override
  public DropoutSection cast(Object value) {
    return (DropoutSection) value;
  }

  @Override
  public String noun() {
    return RATES.noun() + ", or a map with the key rate";
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(RATES.schema(), BLOCK.schema()));
  }

  @Override
  public Node merge(Node base, Node over) {
    return BLOCK.merge(base, over);
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    BLOCK.describe(path, catalogue);
  }
}
