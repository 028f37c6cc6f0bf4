package lockstep.config.yaml;

import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(SourceText source, int line, int column) implements Comparable<Place> {
  /** The place of values that were made rather than read. */
  public static final Place NONE = new Place(SourceText.NONE, 1, 1);

  private static final Comparator<Place> ORDER =
      Comparator.<Place>comparingInt(place -> place.source().rank())
          .thenComparing(place -> place.source().name())
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** The line of the text with a caret under the column. */
  public String excerpt() {
    return source.excerpt(line, column);
  }

  /** By text, then from top to bottom. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
