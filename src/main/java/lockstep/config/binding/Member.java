package lockstep.config.binding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Place;

/**
 * A key of a block, with the way to its value in the block's record.
 *
 * @param key the key
 * @param getter the value in a record; empty if the record has none
 */
record Member<R, T>(Key<T> key, Function<R, Optional<T>> getter) {

  /**
   * Reads the key's value, or leaves its default.
   *
   * @param values gets the value
   * @param position which of them it is
   * @return whether the record can be made as far as this key goes
   */
  boolean read(Mapping mapping, Scope scope, Values values, int position) {
    if (key.isSpread() && key.type() instanceof Fields<T> fields) {
      return keep(fields.readFields(mapping, scope), values, position);
    }
    Optional<Entry> entry = mapping.entry(key.name());
    return entry.isPresent()
        ? keep(readGiven(entry.get().value(), scope.child(key.name())), values, position)
        : readAbsent(mapping, scope);
  }

  private Optional<T> readGiven(Node node, Scope scope) {
    return scope.isTop()
        ? scope.trace().section(key, node, part -> readFresh(node, part))
        : readFresh(node, scope);
  }

  private Optional<T> readFresh(Node node, Scope scope) {
    scope.at(node);
    if (node instanceof Scalar scalar && scalar.missing()) {
      return scope.wrong(node, "has no value", key.type().expectation());
    }
    return key.type().read(node, scope);
  }

  private boolean readAbsent(Mapping mapping, Scope scope) {
    if (key.isRequired() && !scope.trace().hasGaps()) {
      String expected = key.type().expectation();
      scope.child(key.name()).wrong(mapping.place(), "is missing", expected, "");
    }
    return !key.isRequired();
  }

  private boolean keep(Optional<T> value, Values values, int position) {
    values.put(position, value.orElse(null));
    return value.isPresent();
  }

  /** Whether a key may stand in the map because of this one. */
  boolean knows(String name, Mapping mapping) {
    return key.isSpread() && key.type() instanceof Fields<T> fields
        ? fields.knows(name, mapping)
        : key.name().equals(name);
  }

  List<Entry> write(R record) {
    Optional<T> value = getter.apply(record);
    if (key.isSpread() && key.type() instanceof Fields<T> fields) {
      return value.map(fields::writeFields).orElse(List.of());
    }
    return value
        .map(found -> List.of(new Entry(Place.NONE, key.name(), key.type().write(found))))
        .orElse(List.of());
  }

  List<Key<?>> keysIn(Mapping mapping) {
    return key.isSpread() && key.type() instanceof Fields<T> fields
        ? fields.keysIn(mapping)
        : List.of(key);
  }

  List<String> requiredKeys() {
    if (key.isSpread() && key.type() instanceof Fields<T> fields) {
      return fields.requiredKeys();
    }
    return key.isRequired() ? List.of(key.name()) : List.of();
  }

  Optional<String> ownerOf(String name) {
    return key.isSpread() && key.type() instanceof Fields<T> fields
        ? fields.ownerOf(name)
        : Optional.empty();
  }

  Set<String> notInherited(Mapping base, Mapping over) {
    return key.isSpread() && key.type() instanceof Fields<T> fields
        ? fields.notInherited(base, over)
        : Set.of();
  }

  List<ObjectSchema> objectSchemas() {
    return key.isSpread() && key.type() instanceof Fields<T> fields
        ? fields.objectSchemas()
        : List.of(ObjectSchema.of(key));
  }

  void describe(String path, Catalogue catalogue) {
    if (key.isSpread()) {
      key.type().describe(path, catalogue);
    } else {
      String full = path.isEmpty() ? key.name() : path + "." + key.name();
      catalogue.add(full, key);
      key.type().describe(full, catalogue);
    }
  }
}
