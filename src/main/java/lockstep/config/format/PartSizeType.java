package lockstep.config.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;
import lockstep.data.PartSize;

/** A share of the samples, or how many they are, which is written with digits only. */
final class PartSizeType implements Type<PartSize> {
  private static final Real SHARE = new Real(Range.open(0, 1));
  private static final Whole COUNT = new Whole(1, Integer.MAX_VALUE);

  @Override
  public Optional<PartSize> read(Node node, Scope scope) {
    boolean number =
        node instanceof Scalar scalar && scalar.plain() && NumberText.isReal(scalar.text());
    if (!number) {
      return SHARE.read(node, scope).map(PartSize.Share::new);
    }
    String text = ((Scalar) node).text();
    Optional<PartSize> size = size(text);
    return size.isPresent() ? size : scope.wrong(node, text + " is out of range", expectation());
  }

  private static Optional<PartSize> size(String text) {
    double value = Double.parseDouble(text);
    if (NumberText.isInteger(text)) {
      return value >= COUNT.low() && value <= COUNT.high()
          ? Optional.of(new PartSize.Count((long) value))
          : Optional.empty();
    }
    return value > 0 && value < 1 ? Optional.of(new PartSize.Share(value)) : Optional.empty();
  }

  @Override
  public Node write(PartSize value) {
    return value instanceof PartSize.Count count
        ? COUNT.write(count.count())
        : SHARE.write(((PartSize.Share) value).share());
  }

  @Override
  public PartSize cast(Object value) {
    return (PartSize) value;
  }

  @Override
  public String noun() {
    return "a share in (0, 1), or how many samples from 1";
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(SHARE.schema(), COUNT.schema()));
  }
}
