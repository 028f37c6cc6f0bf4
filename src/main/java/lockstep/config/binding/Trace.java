package lockstep.config.binding;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Place;

/** What the reading of a file has found: mistakes, values, and where each key stands. */
public final class Trace {
  private final List<Mistake> mistakes;
  private final boolean gaps;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Object> items = new LinkedHashMap<>();
  private final Map<Key<?>, Object> values = new IdentityHashMap<>();

  /**
   * A new trace.
   *
   * @param mistakes gets the mistakes
   * @param gaps whether keys may be missing because a file that should have them could not be read,
   *     so that missing ones are not to be reported
   */
  public Trace(List<Mistake> mistakes, boolean gaps) {
    this.mistakes = mistakes;
    this.gaps = gaps;
  }

  boolean hasGaps() {
    return gaps;
  }

  /** The scope of the whole file. */
  public Scope root(Place place) {
    places.put("", place);
    return new Scope("", this);
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

  /** The value that was read for a key, wherever it stood; empty if none or a wrong one was. */
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable(values.get(key)).map(key.type()::cast);
  }

  void foundItem(String path, Object item) {
    items.put(path, item);
  }

  /** The item of a list that was read at a path such as {@code expect[2]}, if it was right. */
  public <T> Optional<T> findItem(String path, Type<T> type) {
    return Optional.ofNullable(items.get(path)).map(type::cast);
  }

  /** Where a key's value stands; for one that is not there, the nearest map that could have it. */
  public Place place(String path) {
    String nearest = path;
    while (!places.containsKey(nearest)) {
      int end = Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['));
      nearest = end < 0 ? "" : nearest.substring(0, end);
    }
    return places.get(nearest);
  }

  /** Whether a key was given in the file, whatever its value. */
  public boolean isGiven(String path) {
    return places.containsKey(path);
  }
}
