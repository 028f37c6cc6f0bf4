package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Place;

/**
 * A map with known keys and the record that it stands for.
 *
 * @param <R> the record
 */
public final class Block<R> implements Fields<R> {
  /** Of more mistakes than anybody is told, none needs to know what was meant. */
  private static final int MOST_SUGGESTIONS = 500;

  private final Class<R> type;
  private final List<Member<R, ?>> members;
  private final List<Key<?>> keys;
  private final Object[] defaults;
  private final List<BiConsumer<Values, Scope>> checks;
  private final Map<String, String> exclusive;
  private final BiFunction<Values, Scope, Optional<R>> make;

  private Block(Definition<R> definition, BiFunction<Values, Scope, Optional<R>> make) {
    this.type = definition.type;
    this.members = List.copyOf(definition.members);
    this.keys = members.stream().<Key<?>>map(Member::key).toList();
    this.defaults = keys.stream().map(key -> key.defaultValue().orElse(null)).toArray();
    this.checks = List.copyOf(definition.checks);
    this.exclusive = new LinkedHashMap<>(definition.exclusive);
    this.make = make;
  }

  /** Begins the definition of a block. */
  public static <R> Definition<R> of(Class<R> type) {
    return new Definition<>(type);
  }

  /** A block without keys: a word that stands for one value. */
  public static <R> Block<R> constant(Class<R> type, R value) {
    return of(type).make(values -> value);
  }

  /** A block while it is being defined. */
  public static final class Definition<R> {
    private final Class<R> type;
    private final List<Member<R, ?>> members = new ArrayList<>();
    private final List<BiConsumer<Values, Scope>> checks = new ArrayList<>();

    private final Map<String, String> exclusive = new LinkedHashMap<>();

    private Definition(Class<R> type) {
      this.type = type;
    }

    /** Adds a key that always has a value. */
    public <T> Definition<R> with(Key<T> key, Function<R, T> getter) {
      members.add(new Member<>(key, getter.andThen(Optional::of)));
      return this;
    }

    /** Adds a key that may have none. */
    public <T> Definition<R> maybe(Key<T> key, Function<R, Optional<T>> getter) {
      members.add(new Member<>(key, getter));
      return this;
    }

    /** Adds a key that is written only where its value is not the one that holds without it. */
    public <T> Definition<R> unless(T usual, Key<T> key, Function<R, T> getter) {
      return maybe(
          key,
          getter.andThen(value -> Optional.of(value).filter(one -> !Objects.equals(one, usual))));
    }

    /** Adds a check of values against each other; it gets those that could be read. */
    public Definition<R> check(BiConsumer<Values, Scope> check) {
      checks.add(check);
      return this;
    }

    /** Adds the check that two keys are not both given. */
    public Definition<R> exclusive(Key<?> one, Key<?> other) {
      exclusive.put(one.name(), other.name());
      exclusive.put(other.name(), one.name());
      return check(
          (values, scope) -> {
            if (values.given().contains(one.name()) && values.given().contains(other.name())) {
              Scope scoped = scope.child(other.name());
              Place place = scope.trace().place(scoped.path());
              scoped.wrong(place, "cannot stand together with " + one.name(), "one of them", "");
            }
          });
    }

    /** Ends the definition with the way from the values to the record. */
    public Block<R> make(Function<Values, R> make) {
      return new Block<>(this, (values, scope) -> Optional.of(make.apply(values)));
    }

    /** Ends the definition with a way that may find mistakes, which it reports. */
    public Block<R> load(BiFunction<Values, Scope, Optional<R>> load) {
      return new Block<>(this, load);
    }
  }

  @Override
  public Optional<R> read(Node node, Scope scope) {
    if (!(node instanceof Mapping mapping)) {
      return scope.wrong(node, "is " + node.shown(), expectation());
    }
    Optional<R> value = readFields(mapping, scope);
    reportUnknown(mapping, scope);
    return value;
  }

  private void reportUnknown(Mapping mapping, Scope scope) {
    if (knowsAll(mapping)) {
      return;
    }
    List<String> known = new ArrayList<>();
    keysIn(mapping).forEach(key -> known.add(key.name()));
    List<Entry> unknown = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        unknown.add(entry);
      }
    }
    if (!unknown.isEmpty()) {
      List<String> open = known.stream().filter(name -> mapping.get(name).isEmpty()).toList();
      String listed = known.isEmpty() ? "no keys here" : "one of " + String.join(", ", known);
      for (int i = 0; i < unknown.size(); i++) {
        String key = unknown.get(i).key();
        String suggestion = i < MOST_SUGGESTIONS ? nearest(key, open, known) : "";
        reportUnknown(unknown.get(i), suggestion, listed, scope);
      }
    }
  }

  private boolean knowsAll(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      if (!knows(entry.key(), mapping)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean knows(String name, Mapping mapping) {
    for (Member<R, ?> member : members) {
      if (member.knows(name, mapping)) {
        return true;
      }
    }
    return false;
  }

  private void reportUnknown(Entry entry, String suggestion, String listed, Scope scope) {
    String message =
        ownerOf(entry.key()).map(owner -> "is a key of " + owner + " only").orElse("unknown key");
    String expected = suggestion.isEmpty() ? listed : "";
    scope.child(entry.key()).wrong(entry.place(), message, expected, suggestion);
  }

  /** A key that is not there yet, or else one that is, as in a sweep of another key. */
  private static String nearest(String key, List<String> open, List<String> known) {
    String missing = Spelling.nearest(key, open);
    return missing.isEmpty() ? Spelling.nearest(key, known) : missing;
  }

  @Override
  public Optional<R> readFields(Mapping mapping, Scope scope) {
    Values values = values(mapping, scope);
    boolean complete = true;
    for (int position = 0; position < members.size(); position++) {
      complete &= members.get(position).read(mapping, scope, values, position);
    }
    int before = scope.trace().count();
    for (BiConsumer<Values, Scope> check : checks) {
      check.accept(values, scope);
    }
    return complete && scope.trace().count() == before
        ? made(values, mapping, scope)
        : Optional.empty();
  }

  /**
   * Reads one of its keys by itself, whatever else the map has.
   *
   * @return whether there is such a key, and its value, or the lack of it, is right
   */
  public boolean readOne(String name, Mapping mapping, Scope scope) {
    int position = 0;
    while (position < keys.size() && !keys.get(position).name().equals(name)) {
      position++;
    }
    return position < keys.size()
        && members.get(position).read(mapping, scope, values(mapping, scope), position);
  }

  private Values values(Mapping mapping, Scope scope) {
    Values values = new Values(mapping, keys, defaults);
    scope.trace().found(values);
    return values;
  }

  private Optional<R> made(Values values, Mapping mapping, Scope scope) {
    try {
      return make.apply(values, scope);
    } catch (IllegalArgumentException refusal) {
      return scope.wrong(mapping, refusal.getMessage(), "");
    }
  }

  /** Its keys in their order. */
  List<Member<R, ?>> members() {
    return members;
  }

  @Override
  public Node write(R value) {
    return new Mapping(Place.NONE, writeFields(value));
  }

  @Override
  public List<Entry> writeFields(R value) {
    List<Entry> entries = new ArrayList<>();
    members.forEach(member -> entries.addAll(member.write(value)));
    return entries;
  }

  @Override
  public R cast(Object value) {
    return type.cast(value);
  }

  @Override
  public List<Key<?>> keysIn(Mapping mapping) {
    List<Key<?>> keys = new ArrayList<>();
    members.forEach(member -> keys.addAll(member.keysIn(mapping)));
    return keys;
  }

  @Override
  public List<String> requiredKeys() {
    return members.stream().flatMap(member -> member.requiredKeys().stream()).toList();
  }

  @Override
  public Optional<String> ownerOf(String key) {
    return members.stream().flatMap(member -> member.ownerOf(key).stream()).findFirst();
  }

  @Override
  public Set<String> notInherited(Mapping base, Mapping over) {
    Set<String> names = new LinkedHashSet<>();
    members.forEach(member -> names.addAll(member.notInherited(base, over)));
    exclusive.entrySet().stream()
        .filter(pair -> over.get(pair.getKey()).isPresent())
        .forEach(pair -> names.add(pair.getValue()));
    return names;
  }

  @Override
  public Node merge(Node base, Node over) {
    if (!(base instanceof Mapping old) || !(over instanceof Mapping changed)) {
      return over;
    }
    Mapping merged = new Mapping(over.place(), old.entries());
    for (String name : notInherited(old, changed)) {
      merged = merged.without(name);
    }
    for (Entry entry : changed.entries()) {
      merged = merge(merged, entry);
    }
    return merged;
  }

  /** The base with one key of what extends it; a key without a value removes the inherited one. */
  private Mapping merge(Mapping base, Entry over) {
    Optional<Node> before = base.get(over.key());
    if (before.isPresent() && over.value() instanceof Scalar scalar && scalar.missing()) {
      return base.without(over.key());
    }
    Optional<Entry> both =
        before.flatMap(
            old ->
                keysIn(base.with(over)).stream()
                    .filter(key -> key.name().equals(over.key()))
                    .findFirst()
                    .map(key -> key.type().merge(old, over.value()))
                    .map(value -> new Entry(over.place(), over.key(), value)));
    return base.with(both.orElse(over));
  }

  @Override
  public String noun() {
    return "a map";
  }

  @Override
  public String range() {
    List<String> names = requiredKeys();
    String keys = names.size() == 1 ? "with the key " : "with the keys ";
    return names.isEmpty() ? "" : keys + String.join(", ", names);
  }

  @Override
  public Map<String, Object> schema() {
    List<Map<String, Object>> schemas =
        objectSchemas().stream().map(ObjectSchema::toSchema).toList();
    return schemas.size() == 1 ? schemas.get(0) : new LinkedHashMap<>(Map.of("oneOf", schemas));
  }

  @Override
  public List<ObjectSchema> objectSchemas() {
    List<ObjectSchema> schemas = List.of(ObjectSchema.EMPTY);
    for (Member<R, ?> member : members) {
      schemas = ObjectSchema.product(schemas, member.objectSchemas());
    }
    return schemas;
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    members.forEach(member -> member.describe(path, catalogue));
  }
}
