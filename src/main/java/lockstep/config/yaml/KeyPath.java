package lockstep.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Sequence;

/**
 * The way to a value of a file: {@code training.learning_rate} or {@code network.layers[1]}.
 *
 * @param text as it is written
 * @param steps names, and positions as {@code [1]}
 */
public record KeyPath(String text, List<String> steps) {
  /** What the text of a path matches. */
  public static final String PATTERN =
      "[a-z0-9_]+(?:\\[[0-9]{1,6}])*(?:\\.[a-z0-9_]+(?:\\[[0-9]{1,6}])*)*";

  private static final Pattern PATH = Pattern.compile(PATTERN);
  private static final Pattern STEP = Pattern.compile("([a-z0-9_]+)|\\[([0-9]+)]");

  /** Copies the list. */
  public KeyPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @return empty if it is none
   */
  public static Optional<KeyPath> of(String text) {
    if (!PATH.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      steps.add(matcher.group());
    }
    return Optional.of(new KeyPath(text, steps));
  }

  /** The name at its beginning. */
  public String first() {
    return steps.get(0);
  }

  /** Whether one of two paths leads through the other, or both are the same. */
  public boolean overlaps(KeyPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  /** The value that stands at this path. */
  public Optional<Node> find(Node root) {
    Optional<Node> current = Optional.of(root);
    for (String step : steps) {
      current = current.flatMap(node -> next(node, step));
    }
    return current;
  }

  private static Optional<Node> next(Node node, String step) {
    if (node instanceof Sequence list && isPosition(step)) {
      return position(step) < list.items().size()
          ? Optional.of(list.items().get(position(step)))
          : Optional.empty();
    }
    return node instanceof Mapping map ? map.get(step) : Optional.empty();
  }

  /**
   * A value within the maps and lists that lead to it: of a map only the one key, of a list all
   * items.
   *
   * @param root what the items of lists are taken from
   * @param value the value
   * @param place the place of the maps that are made, and of mistakes
   * @param mistakes gets what is wrong
   * @return empty if the path leads into a list that is not there
   */
  public Optional<Node> lead(Mapping root, Node value, Place place, List<Mistake> mistakes) {
    return new Leading(value, place, mistakes).within(Optional.of(root), steps);
  }

  /**
   * The same tree with another value at this path, which must lead to one.
   *
   * @throws IllegalArgumentException if it leads nowhere
   */
  public Node replace(Node root, Node value) {
    return replaced(root, steps, value);
  }

  private Node replaced(Node node, List<String> left, Node value) {
    if (left.isEmpty()) {
      return value;
    }
    List<String> rest = left.subList(1, left.size());
    if (node instanceof Mapping map) {
      Entry old = map.entry(left.get(0)).orElseThrow(() -> new IllegalArgumentException(text));
      return map.with(new Entry(old.place(), old.key(), replaced(old.value(), rest, value)));
    }
    if (node instanceof Sequence list && isPosition(left.get(0))) {
      List<Node> items = new ArrayList<>(list.items());
      int index = position(left.get(0));
      items.set(index, replaced(items.get(index), rest, value));
      return new Sequence(list.place(), items);
    }
    throw new IllegalArgumentException(text);
  }

  /** The way to one value. */
  private record Leading(Node value, Place place, List<Mistake> mistakes) {

    Optional<Node> within(Optional<Node> current, List<String> steps) {
      if (steps.isEmpty()) {
        return Optional.of(value);
      }
      String step = steps.get(0);
      List<String> rest = steps.subList(1, steps.size());
      if (isPosition(step)) {
        return inList(current, position(step), rest);
      }
      Optional<Node> next = current.flatMap(node -> next(node, step));
      return within(next, rest)
          .map(inner -> new Mapping(place, List.of(new Entry(place, step, inner))));
    }

    private Optional<Node> inList(Optional<Node> current, int index, List<String> rest) {
      if (!(current.orElse(value) instanceof Sequence list) || current.isEmpty()) {
        return refuse("there is no list to change at [" + index + "]", "");
      }
      if (index >= list.items().size()) {
        String expected = "an index from 0 to " + (list.items().size() - 1);
        return refuse("the list has no item [" + index + "]", expected);
      }
      Node item = list.items().get(index);
      return within(Optional.of(item), rest)
          .map(inner -> rest.isEmpty() ? inner : onto(item, inner))
          .map(inner -> replaced(list, index, inner));
    }

    /** Items of lists are not merged by definitions, so the changed key is put into the old map. */
    private static Node onto(Node item, Node changed) {
      boolean maps = item instanceof Mapping && changed instanceof Mapping;
      return maps ? ((Mapping) item).with(((Mapping) changed).entries().get(0)) : changed;
    }

    private static Node replaced(Sequence list, int index, Node item) {
      List<Node> items = new ArrayList<>(list.items());
      items.set(index, item);
      return new Sequence(list.place(), items);
    }

    private Optional<Node> refuse(String message, String expected) {
      mistakes.add(new Mistake(place, "", message, expected, ""));
      return Optional.empty();
    }
  }

  private static boolean isPosition(String step) {
    return step.startsWith("[");
  }

  private static int position(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }
}
