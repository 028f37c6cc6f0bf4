package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Sequence;
import lockstep.config.yaml.Place;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.config.yaml.TextLoader;
import lockstep.config.yaml.YamlReader;

/**
 * One {@code --set} argument: {@code training.learning_rate=0.01} or {@code network.layers[1]=8}.
 *
 * <p>It is a small file that extends the experiment, so what holds for inheritance holds here.
 */
final class SetArgument {
  private static final String NAME = "--set";
  private static final Pattern ARGUMENT = Pattern.compile("(" + KeyPath.PATTERN + ")=(.*)");

  private final SourceText source;
  private final List<Mistake> mistakes;

  private SetArgument(SourceText source, List<Mistake> mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  /**
   * Applies an argument.
   *
   * @param argument the text behind {@code --set}
   * @param rank its place among the arguments, from 1
   * @param root the values of the file
   * @param mistakes gets what is wrong
   */
  static Mapping apply(String argument, int rank, Mapping root, List<Mistake> mistakes) {
    SourceText source = new SourceText(NAME, Reach.everywhere(), rank, argument);
    SetArgument override = new SetArgument(source, mistakes);
    return TextLoader.isReadable(source, mistakes) ? override.apply(root) : root;
  }

  private Mapping apply(Mapping root) {
    Matcher matcher = ARGUMENT.matcher(source.text());
    if (!matcher.matches()) {
      refuse("this is no setting", "key=value, such as training.learning_rate=0.01");
      return root;
    }
    KeyPath path = KeyPath.of(matcher.group(1)).orElseThrow();
    return value(matcher)
        .map(value -> new Assignment(path, source.at(1, 1), value))
        .map(one -> AssignedRoots.with(root, one, mistakes))
        .orElse(root);
  }

  /** The value with its place in the argument: the key is blanked out, then it is read. */
  private Optional<Node> value(Matcher matcher) {
    String blanked = " ".repeat(matcher.start(2)) + matcher.group(2);
    int before = mistakes.size();
    List<Mistake> found = new ArrayList<>();
    Optional<Node> value =
        YamlReader.read(new SourceText(NAME, source.reach(), source.rank(), blanked), found);
    found.forEach(mistake -> mistakes.add(moved(mistake, matcher.group(1))));
    if (value.isEmpty() && mistakes.size() == before) {
      mistakes.add(
          new Mistake(source.at(1, matcher.start(2) + 1), matcher.group(1), "has no value"));
    }
    return value.map(this::moved);
  }

  private Mistake moved(Mistake mistake, String key) {
    return new Mistake(
        moved(mistake.place()), key, mistake.message(), mistake.expected(), mistake.suggestion());
  }

  private Place moved(Place place) {
    return source.at(place.line(), place.column());
  }

  private Node moved(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(moved(scalar.place()), scalar.text(), scalar.plain());
    }
    if (node instanceof Sequence list) {
      return new Sequence(moved(list.place()), list.items().stream().map(this::moved).toList());
    }
    Mapping mapping = (Mapping) node;
    List<Entry> entries =
        mapping.entries().stream()
            .map(entry -> new Entry(moved(entry.place()), entry.key(), moved(entry.value())))
            .toList();
    return new Mapping(moved(mapping.place()), entries);
  }

  private void refuse(String message, String expected) {
    mistakes.add(new Mistake(source.at(1, 1), "", message, expected, ""));
  }
}
