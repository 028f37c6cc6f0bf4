package lockstep.config.sweep;

import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.yaml.Node;

/** Any value; whether it fits its key is found when a trial with it is read. */
final class AnyValue implements Type<Node> {
  static final AnyValue TYPE = new AnyValue();

  private AnyValue() {}

  @Override
  public Optional<Node> read(Node node, Scope scope) {
    return Optional.of(node);
  }

  @Override
  public Node write(Node value) {
    return value;
  }

  @Override
  public Node cast(Object value) {
    return (Node) value;
  }

  @Override
  public String noun() {
    return "a value of the key";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of();
  }
}
