package lockstep.config.yaml;

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

  /** The line of the text with a caret under the column. */
  public String excerpt() {
    return source.excerpt(line, column);
  }

  /** By text, then from top to bottom. */
  @Override
  public int compareTo(Place other) {
    // Made of Comparator's methods, an order needs classes that no class archive can hold.
    int order = Integer.compare(source.rank(), other.source.rank());
    order = order == 0 ? source.name().compareTo(other.source.name()) : order;
    order = order == 0 ? Integer.compare(line, other.line) : order;
    return order == 0 ? Integer.compare(column, other.column) : order;
  }
}
