package lockstep.config.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Sequence;

/**
 * A list of rows of the same length.
 *
 * @param rows the list
 */
public record Grid<E>(ListOf<List<E>> rows) implements Type<List<List<E>>> {

  /** A grid with at least one row, each with at least one item, which is written as a list. */
  public static <E> Grid<E> of(String noun, Type<E> element) {
    return ofRows(noun, ListOf.atLeast(1, "a row of numbers", element));
  }

  /** A grid with at least one row. */
  public static <E> Grid<E> ofRows(String noun, Type<List<E>> row) {
    return new Grid<>(ListOf.atLeast(1, noun, row));
  }

  @Override
  public Optional<List<List<E>>> read(Node node, Scope scope) {
    return rows.read(node, scope).filter(found -> isRectangular(found, (Sequence) node, scope));
  }

  private boolean isRectangular(List<List<E>> found, Sequence node, Scope scope) {
    int width = found.get(0).size();
    boolean rectangular = true;
    for (int row = 1; row < found.size(); row++) {
      if (found.get(row).size() != width) {
        String message = "has " + counted(found.get(row).size());
        scope.item(row).wrong(node.items().get(row), message, width + " as in the first row");
        rectangular = false;
      }
    }
    return rectangular;
  }

  private static String counted(int numbers) {
    return numbers + (numbers == 1 ? " number" : " numbers");
  }

  @Override
  public Node write(List<List<E>> value) {
    return rows.write(value);
  }

  @Override
  public List<List<E>> cast(Object value) {
    return rows.cast(value);
  }

  @Override
  public String noun() {
    return rows.noun();
  }

  @Override
  public Map<String, Object> schema() {
    return rows.schema();
  }
}
