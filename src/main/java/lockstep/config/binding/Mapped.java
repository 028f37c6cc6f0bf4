package lockstep.config.binding;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.yaml.Node;

/**
 * A type whose values are those of another one in another dress.
 *
 * @param caster from any object to a value, if it is one
 * @param inner how they are written
 * @param dress from the inner value to this one
 * @param undress back again
 */
public record Mapped<A, T>(
    Function<Object, T> caster, Type<A> inner, Function<A, T> dress, Function<T, A> undress)
    implements Type<T> {

  /** The same for values of a class. */
  public static <A, T> Type<T> of(
      Class<T> type, Type<A> inner, Function<A, T> dress, Function<T, A> undress) {
    return new Mapped<>(type::cast, inner, dress, undress);
  }

  @Override
  public Optional<T> read(Node node, Scope scope) {
    return inner.read(node, scope).map(dress);
  }

  @Override
  public Node write(T value) {
    return inner.write(undress.apply(value));
  }

  @Override
  public T cast(Object value) {
    return caster.apply(value);
  }

  @Override
  public String noun() {
    return inner.noun();
  }

  @Override
  public String range() {
    return inner.range();
  }

  @Override
  public String expectation() {
    return inner.expectation();
  }

  @Override
  public Map<String, Object> schema() {
    return inner.schema();
  }

  @Override
  public Node merge(Node base, Node over) {
    return inner.merge(base, over);
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    inner.describe(path, catalogue);
  }
}
