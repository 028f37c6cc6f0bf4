package lockstep.config.binding;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;

/** The values of a map's keys, as far as they could be read. */
public final class Values {
  private final Mapping mapping;
  private final Map<Key<?>, Object> values = new IdentityHashMap<>();

  Values(Mapping mapping) {
    this.mapping = mapping;
  }

  <T> void put(Key<T> key, T value) {
    values.put(key, value);
  }

  /** The value of a key that is required or has a default. */
  public <T> T of(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no value for " + key.name()));
  }

  /** The value of a key, if it was given and right, or has a default. */
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable(values.get(key)).map(value -> key.type().cast(value));
  }

  /** The names of the keys that the map has, in its order. */
  public List<String> given() {
    return mapping.entries().stream().map(Entry::key).toList();
  }
}
