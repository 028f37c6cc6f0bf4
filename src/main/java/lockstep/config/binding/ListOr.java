package lockstep.config.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Sequence;

/**
 * A value that is written as a list or as something else.
 *
 * @param single how it is read where there is no list
 * @param list how a list is read
 * @param isSingle whether a value is written without a list
 */
public record ListOr<T>(Type<T> single, Type<T> list, Predicate<T> isSingle) implements Type<T> {

  @Override
  public Optional<T> read(Node node, Scope scope) {
    return node instanceof Sequence ? list.read(node, scope) : single.read(node, scope);
  }

  @Override
  public Node write(T value) {
    return isSingle.test(value) ? single.write(value) : list.write(value);
  }

  @Override
  public T cast(Object value) {
    return list.cast(value);
  }

  @Override
  public String noun() {
    return single.expectation() + ", or " + list.expectation();
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(single.schema(), list.schema()));
  }

  @Override
  public Node merge(Node base, Node over) {
    return over instanceof Sequence ? over : single.merge(base, over);
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    single.describe(path, catalogue);
  }
}
