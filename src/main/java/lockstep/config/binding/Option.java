package lockstep.config.binding;

import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/**
 * One of the things that can be chosen: the row to add for a new one.
 *
 * @param word its name in files
 * @param meaning what it is, for people
 * @param type the Java class of it
 * @param payload its parameters
 * @param <V> the Java side of it
 */
public record Option<V>(String word, Class<V> type, Type<V> payload, String meaning) {

  boolean has(Object value) {
    return type.isInstance(value);
  }

  /** The choice as it is written: the word, or a map from the word to the parameters. */
  Node write(Object value) {
    Node parameters = payload.write(type.cast(value));
    boolean none = parameters instanceof Mapping mapping && mapping.entries().isEmpty();
    return none ? Node.plain(word) : Node.single(word, parameters);
  }

  Optional<V> read(Node parameters, Scope scope) {
    return payload.read(parameters, scope.child(word));
  }

  Optional<Fields<V>> fields() {
    return payload instanceof Fields<V> fields ? Optional.of(fields) : Optional.empty();
  }
}
