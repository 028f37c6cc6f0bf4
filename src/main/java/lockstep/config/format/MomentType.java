package lockstep.config.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.Expectation.Moment;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Scalar;

/** A number of completed epochs, or {@code final}. */
final class MomentType implements Type<Moment> {
  private static final String FINAL = "final";
  private static final Type<Integer> EPOCHS = Whole.from(0);

  @Override
  public Optional<Moment> read(Node node, Scope scope) {
    if (node instanceof Scalar scalar && scalar.text().equals(FINAL)) {
      return Optional.of(new Moment.Final());
    }
    boolean word = node instanceof Scalar scalar && scalar.text().matches("[a-z]+");
    return word
        ? scope.wrong(node, "unknown word " + node.shown(), expectation())
        : EPOCHS.read(node, scope).map(Moment.Epoch::new);
  }

  @Override
  public Node write(Moment value) {
    return value instanceof Moment.Epoch epoch ? EPOCHS.write(epoch.epoch()) : Node.plain(FINAL);
  }

  @Override
  public Moment cast(Object value) {
    return (Moment) value;
  }

  @Override
  public String noun() {
    return "a number of completed epochs, or final";
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(EPOCHS.schema(), Schemas.of("const", FINAL)));
  }
}
