package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;

/**
 * What the reading of a file has found: mistakes, values, and where each key stands. Much more is
 * found than is ever asked for, so it is only noted, and looked for when it is asked for.
 */
public final class Trace {
  private final List<Mistake> mistakes;
  private final boolean gaps;
  private final Optional<Sections> sections;
  private final Places<Place> places = new Places<>();
  private final Places<Object> items = new Places<>();
  private final List<Values> values = new ArrayList<>();
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
    this(mistakes, gaps, Optional.empty());
  }

  /**
   * A new trace of a file that has sections in common with others.
   *
   * @param mistakes gets the mistakes
   * @param gaps as above
   * @param sections what was found in the sections of the others
   */
  public Trace(List<Mistake> mistakes, boolean gaps, Sections sections) {
    this(mistakes, gaps, Optional.of(sections));
  }

  private Trace(List<Mistake> mistakes, boolean gaps, Optional<Sections> sections) {
    this.mistakes = mistakes;
    this.gaps = gaps;
    this.sections = sections;
  }

  boolean hasGaps() {
    return gaps;
  }

  /** The scope of the whole file. */
  public Scope root(Place place) {
    Scope root = new Scope("", this);
    locate(root, place);
    return root;
  }

  /**
   * Reads the value of a key at the top of the file, or takes what the same value gave before.
   *
   * @param node the value
   * @param reading how it is read
   */
  <T> Optional<T> section(Key<T> key, Node node, Function<Scope, Optional<T>> reading) {
    Optional<Sections.Section> known = sections.flatMap(kept -> kept.find(key.name(), node));
    if (known.isPresent()) {
      parts.put(key.name(), known.get().trace());
      return Optional.of(key.type().cast(known.get().value()));
    }
    int before = count();
    Trace part = new Trace(mistakes, gaps);
    parts.put(key.name(), part);
    Optional<T> value = reading.apply(new Scope(key.name(), part));
    if (value.isPresent() && sections.isPresent() && count() == before) {
      sections.get().keep(key.name(), node, new Sections.Section(value.get(), part));
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

  void locate(Scope scope, Place place) {
    places.put(scope, place);
  }

  /** Notes the values of a map, which may not all be there yet. */
  void found(Values some) {
    values.add(some);
  }

  /** Notes from now on what is asked. */
  public void note(Questions asked) {
    questions = Optional.of(asked);
  }

  /** What was found in a section: the value of a key at the top of the file. */
  public Optional<Trace> section(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  List<Values> values() {
    return values;
  }

  /** The value that was read for a key, wherever it stood; empty if none or a wrong one was. */
  public <T> Optional<T> find(Key<T> key) {
    questions.ifPresent(asked -> asked.found(key));
    return value(key);
  }

  /** An aspect of such a value; only that is noted to be asked. */
  public <T, A> Optional<A> find(Aspect<T, A> aspect) {
    questions.ifPresent(asked -> asked.found(aspect));
    return value(aspect.key()).map(aspect.part());
  }

  private <T> Optional<T> value(Key<T> key) {
    Optional<T> value = own(key);
    if (value.isPresent()) {
      return value;
    }
    for (Trace part : parts.values()) {
      Optional<T> found = part.own(key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The value that was read last for a key, in this trace alone. */
  private <T> Optional<T> own(Key<T> key) {
    for (int i = values.size() - 1; i >= 0; i--) {
      Optional<T> value = values.get(i).find(key);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  void foundItem(Scope scope, Object item) {
    items.put(scope, item);
  }

  /** The item of a list that was read at a path such as {@code expect[2]}, if it was right. */
  public <T> Optional<T> findItem(String path, Type<T> type) {
    questions.ifPresent(asked -> asked.foundItem(path));
    return item(path).map(type::cast);
  }

  Optional<Object> item(String path) {
    return of(path).items.at(path);
  }

  /** Where a key's value stands; for one that is not there, the nearest map that could have it. */
  public Place place(String path) {
    String nearest = path;
    Optional<Place> place = placeOf(nearest);
    while (place.isEmpty()) {
      int end = Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['));
      nearest = end < 0 ? "" : nearest.substring(0, end);
      place = placeOf(nearest);
    }
    return place.get();
  }

  private Optional<Place> placeOf(String path) {
    return places.at(path).or(() -> of(path).places.at(path));
  }

  /** Whether a key was given in the file, whatever its value. */
  public boolean isGiven(String path) {
    questions.ifPresent(asked -> asked.given(path));
    return stands(path);
  }

  boolean stands(String path) {
    return placeOf(path).isPresent();
  }

  /** The part that a path leads into. */
  private Trace of(String path) {
    return parts.getOrDefault(sectionName(path), this);
  }

  /** The name of the section that a path leads into. */
  static String sectionName(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }
}
