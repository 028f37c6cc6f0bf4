package lockstep.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a YAML text with its place: an immutable tree. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** What a reader calls it: {@code a map}, {@code a list}, or the value itself. */
  String shown();

  /** An unquoted value, or a value that is written without quotes. */
  static Scalar plain(String text) {
    return new Scalar(Place.NONE, text, true);
  }

  /** A text that is to be written, in quotes where it needs them. */
  static Scalar text(String text) {
    return new Scalar(Place.NONE, text, false);
  }

  /** A list that is to be written. */
  static Sequence list(List<? extends Node> items) {
    return new Sequence(Place.NONE, List.copyOf(items));
  }

  /** A map with one key, to be written. */
  static Mapping single(String key, Node value) {
    return new Mapping(Place.NONE, List.of(new Entry(Place.NONE, key, value)));
  }

  /**
   * A single value.
   *
   * @param place where
   * @param text its characters, quotes and escapes resolved
   * @param plain whether it stood there without quotes, so that it may be a number
   */
  record Scalar(Place place, String text, boolean plain) implements Node {
    private static final int LONGEST_SHOWN = 40;

    /** Whether nothing was given: no characters, {@code ~} or {@code null}. */
    public boolean missing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String shown() {
      boolean fits = text.length() <= LONGEST_SHOWN;
      return "'" + (fits ? text : text.substring(0, LONGEST_SHOWN) + "...") + "'";
    }
  }

  /**
   * A list.
   *
   * @param place where
   * @param items in order
   */
  record Sequence(Place place, List<Node> items) implements Node {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /**
   * A map.
   *
   * @param place where
   * @param entries in order; no key twice
   */
  record Mapping(Place place, List<Entry> entries) implements Node {
    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    /** The entry with a key. */
    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /** The same map without a key. */
    public Mapping without(String key) {
      return new Mapping(place, entries.stream().filter(e -> !e.key().equals(key)).toList());
    }

    /** The same map with a key replaced where it stands, or added at the end. */
    public Mapping with(Entry entry) {
      List<Entry> changed = new ArrayList<>(entries);
      for (int i = 0; i < changed.size(); i++) {
        if (changed.get(i).key().equals(entry.key())) {
          changed.set(i, entry);
          return new Mapping(place, changed);
        }
      }
      changed.add(entry);
      return new Mapping(place, changed);
    }

    @Override
    public String shown() {
      return "a map";
    }
  }

  /**
   * A key with its value.
   *
   * @param place where the key begins
   * @param key its text
   * @param value its value
   */
  record Entry(Place place, String key, Node value) {}
}
