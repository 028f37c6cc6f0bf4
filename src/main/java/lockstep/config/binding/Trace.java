package lockstep.config.binding;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;

/** What the reading of a file has found: mistakes, values, and where each key stands. */
public final class Trace {
  private final List<Mistake> mistakes;
  private final boolean gaps;
  private final Sections sections;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Object> items = new LinkedHashMap<>();
  private final Map<Key<?>, Object> values = new IdentityHashMap<>();
  private final Map<String, Trace> parts = new LinkedHashMap<>();
  private Optional<Questions> questions = Optional.empty();

  /**
   * A new trace.
   *
   * @param mistakes gets the mistakes
   * @param gaps whether keys may be missing because a file that should have them could not be read,
   *     so that missing ones are not to be reported
   */
  public Trace(List<Mistake> mistakes, boolean gaps) {
    this(mistakes, gaps, new Sections());
  }

  /**
   * A new trace of a file that has sections in common with others.
   *
   * @param mistakes gets the mistakes
   * @param gaps as above
   * @param sections what was found in the sections of the others
   */
  public Trace(List<Mistake> mistakes, boolean gaps, Sections sections) {
    this.mistakes = mistakes;
    this.gaps = gaps;
    this.sections = sections;
  }

  boolean hasGaps() {
    return gaps;
  }

  /** The scope of the whole file. */
  public Scope root(Place place) {
    places.put("", place);
    return new Scope("", this);
  }

  /**
   * Reads the value of a key at the top of the file, or takes what the same value gave before.
   *
   * @param node the value
   * @param scope its scope
   * @param reading how it is read
   */
  <T> Optional<T> section(
      Key<T> key, Node node, Scope scope, Function<Scope, Optional<T>> reading) {
    Optional<Sections.Section> known = sections.find(scope.path(), node);
    if (known.isPresent()) {
      parts.put(scope.path(), known.get().trace());
      return Optional.of(key.type().cast(known.get().value()));
    }
    int before = count();
    Trace part = new Trace(mistakes, gaps);
    parts.put(scope.path(), part);
    Optional<T> value = reading.apply(new Scope(scope.path(), part));
    if (value.isPresent() && count() == before) {
      sections.keep(scope.path(), node, new Sections.Section(value.get(), part));
    }
    return value;
  }

  /** Adds a mistake. */
  public void report(Mistake mistake) {
    mistakes.add(mistake);
  }

  /** Adds a mistake at a key's place, or at that of the map it would stand in. */
  public void report(String path, String message, String expected) {
    mistakes.add(new Mistake(place(path), path, message, expected, ""));
  }

  /** Whether something within the value at a path has been reported. */
  public boolean hasMistakeBelow(String path) {
    return mistakes.stream().anyMatch(mistake -> mistake.key().startsWith(path + "."));
  }

  /** How many mistakes there are so far. */
  public int count() {
    return mistakes.size();
  }

  void locate(String path, Place place) {
    places.put(path, place);
  }

  <T> void found(Key<T> key, T value) {
    values.put(key, value);
  }

  /** Notes from now on what is asked. */
  public void note(Questions asked) {
    questions = Optional.of(asked);
  }

  /** What was found in a section: the value of a key at the top of the file. */
  public Optional<Trace> section(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  Optional<Object> own(Key<?> key) {
    return Optional.ofNullable(values.get(key));
  }

  <A> Optional<A> own(Aspect<?, A> aspect) {
    return aspect.of(own(aspect.key()));
  }

  /** The value that was read for a key, wherever it stood; empty if none or a wrong one was. */
  public <T> Optional<T> find(Key<T> key) {
    questions.ifPresent(asked -> asked.found(key));
    return value(key).map(value -> key.type().cast(value));
  }

  /** An aspect of such a value; only that is noted to be asked. */
  public <A> Optional<A> find(Aspect<?, A> aspect) {
    questions.ifPresent(asked -> asked.found(aspect));
    return aspect.of(value(aspect.key()));
  }

  private Optional<Object> value(Key<?> key) {
    Object own = values.get(key);
    if (own != null) {
      return Optional.of(own);
    }
    for (Trace part : parts.values()) {
      Object value = part.values.get(key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  void foundItem(String path, Object item) {
    items.put(path, item);
  }

  /** The item of a list that was read at a path such as {@code expect[2]}, if it was right. */
  public <T> Optional<T> findItem(String path, Type<T> type) {
    questions.ifPresent(asked -> asked.foundItem(path));
    return item(path).map(type::cast);
  }

  Optional<Object> item(String path) {
    return Optional.ofNullable(of(path).items.get(path));
  }

  /** Where a key's value stands; for one that is not there, the nearest map that could have it. */
  public Place place(String path) {
    String nearest = path;
    while (!stands(nearest)) {
      int end = Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['));
      nearest = end < 0 ? "" : nearest.substring(0, end);
    }
    Place own = places.get(nearest);
    return own == null ? of(nearest).places.get(nearest) : own;
  }

  /** Whether a key was given in the file, whatever its value. */
  public boolean isGiven(String path) {
    questions.ifPresent(asked -> asked.given(path));
    return stands(path);
  }

  boolean stands(String path) {
    return places.containsKey(path) || of(path).places.containsKey(path);
  }

  /** The part that a path leads into. */
  private Trace of(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return parts.getOrDefault(path.substring(0, end), this);
  }
}
