package lockstep.config.binding;

import java.util.List;
import java.util.Optional;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;

/** The values of a map's keys, as far as they could be read. */
public final class Values {
  private final Mapping mapping;
  private final List<Key<?>> keys;
  private final Object[] values;

  /**
   * Values of which only the defaults are known.
   *
   * @param mapping the map
   * @param keys its keys
   * @param defaults the default value of each; not modified
   */
  Values(Mapping mapping, List<Key<?>> keys, Object[] defaults) {
    this.mapping = mapping;
    this.keys = keys;
    this.values = defaults.clone();
  }

  /** The keys, of which each has its position. */
  List<Key<?>> keys() {
    return keys;
  }

  /** The value of the key at a position. */
  Optional<Object> at(int position) {
    return Optional.ofNullable(values[position]);
  }

  <T> void put(int position, T value) {
    values[position] = value;
  }

  /** The value of a key that is required or has a default. */
  public <T> T of(Key<T> key) {
    Optional<T> value = find(key);
    if (value.isEmpty()) {
      throw new IllegalStateException("no value for " + key.name());
    }
    return value.get();
  }

  /** The value of a key, if it was given and right, or has a default. */
  public <T> Optional<T> find(Key<T> key) {
    for (int position = 0; position < values.length; position++) {
      if (keys.get(position) == key && values[position] != null) {
        return Optional.of(key.type().cast(values[position]));
      }
    }
    return Optional.empty();
  }

  /** The names of the keys that the map has, in its order. */
  public List<String> given() {
    return mapping.entries().stream().map(Entry::key).toList();
  }
}
