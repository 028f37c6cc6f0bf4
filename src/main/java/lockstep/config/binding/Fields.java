package lockstep.config.binding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;

/**
 * A type whose value is made of keys of a map, which can be a map of its own or be spread among the
 * keys of another one.
 *
 * @param <T> the Java side of it
 */
interface Fields<T> extends Type<T> {

  /** Reads its keys from a map that may have other keys too. */
  Optional<T> readFields(Mapping mapping, Scope scope);

  /** Its keys and values as they are written. */
  List<Entry> writeFields(T value);

  /** The keys that may stand in the map. */
  List<Key<?>> keysIn(Mapping mapping);

  /** Whether a key may stand in the map. */
  boolean knows(String name, Mapping mapping);

  /** The keys that must stand in the map, whatever its other keys. */
  List<String> requiredKeys();

  /** The keys of the base that a map which extends it does not inherit. */
  Set<String> notInherited(Mapping base, Mapping over);

  /** Whose key it is, if it is one that could stand here but for the map's other keys. */
  default Optional<String> ownerOf(String key) {
    return Optional.empty();
  }

  /** The alternatives for the map, as JSON Schemas with {@code properties} and the like. */
  List<ObjectSchema> objectSchemas();
}
