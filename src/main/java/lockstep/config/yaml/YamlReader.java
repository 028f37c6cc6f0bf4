package lockstep.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Node.Sequence;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Makes trees of {@link Node}s from YAML text, one document a text.
 *
 * <p>What could surprise is refused at its place: duplicate keys, tags, {@code <<} merges, keys
 * that are not plain words, anchors that contain themselves, and texts beyond the limits.
 */
public final class YamlReader {
  /** The most levels of lists and maps within each other. */
  public static final int DEEPEST_NESTING = 50;

  /** The most aliases ({@code *name}) in a text. */
  public static final int MOST_ALIASES = 100;

  /** The most values in a text, those of aliases counted each time. */
  public static final int MOST_VALUES = 200_000;

  private final SourceText source;
  private final List<Mistake> mistakes;
  private final StreamReader characters;
  private final Parser events;
  private final Map<String, Optional<Node>> anchors = new LinkedHashMap<>();
  private final int mostValues;
  private int values;
  private int aliases;

  private YamlReader(SourceText source, int mostValues, List<Mistake> mistakes) {
    this.source = source;
    this.mostValues = mostValues;
    this.mistakes = mistakes;
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.characters = new StreamReader(source.text());
    this.events = new ParserImpl(characters, options);
  }

  /**
   * Reads a text.
   *
   * @param source the text, already known to be free of control characters
   * @param mistakes gets what is wrong
   * @return its value; empty if there is none or it cannot be read at all
   */
  public static Optional<Node> read(SourceText source, List<Mistake> mistakes) {
    return read(source, MOST_VALUES, mistakes);
  }

  /**
   * The same with another limit.
   *
   * @param mostValues the most values in the text
   */
  public static Optional<Node> read(SourceText source, int mostValues, List<Mistake> mistakes) {
    YamlReader reader = new YamlReader(source, mostValues, mistakes);
    try {
      return reader.document();
    } catch (Refused refused) {
      mistakes.add(refused.mistake);
    } catch (MarkedYAMLException error) {
      mistakes.add(
          new Mistake(reader.place(SyntaxError.place(error)), "", SyntaxError.tell(error)));
    }
    return Optional.empty();
  }

  private Optional<Node> document() {
    next();
    Event start = next();
    if (!start.is(ID.DocumentStart)) {
      return Optional.empty();
    }
    Node root = node(next(), 1);
    next();
    Event end = next();
    if (end instanceof DocumentStartEvent) {
      throw refuse(end, "a second document begins here", "one document a file");
    }
    return Optional.of(root);
  }

  /** An escape of eight digits can be a number that no character has; the parser stumbles there. */
  private Event next() {
    try {
      return events.getEvent();
    } catch (IllegalArgumentException noCharacter) {
      throw new Refused(
          new Mistake(
              place(characters.getMark()),
              "",
              "there is no character with this number",
              "at most \\U0010ffff",
              ""));
    }
  }

  private Node node(Event event, int depth) {
    if (depth > DEEPEST_NESTING) {
      throw refuse(event, "nested too deeply", "at most " + DEEPEST_NESTING + " levels");
    }
    count(event, 1);
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    NodeEvent value = (NodeEvent) event;
    refuseTags(value);
    Optional<String> anchor = Optional.ofNullable(value.getAnchor());
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    Node node = content(value, depth);
    anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
    return node;
  }

  private Node content(NodeEvent event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      refuseHalfCharacters(scalar);
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      return new Scalar(place(event), scalar.getValue(), plain);
    }
    return event.is(ID.SequenceStart) ? sequence(event, depth) : mapping(event, depth);
  }

  private Node sequence(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); !event.is(ID.SequenceEnd); event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Sequence(place(start), items);
  }

  private Node mapping(Event start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event event = next(); !event.is(ID.MappingEnd); event = next()) {
      Node key = node(event, depth + 1);
      Node value = node(next(), depth + 1);
      add(entries, event, key, value);
    }
    return new Mapping(place(start), List.copyOf(entries.values()));
  }

  private void add(Map<String, Entry> entries, Event event, Node key, Node value) {
    if (!(key instanceof Scalar name) || name.missing()) {
      report(event, "this cannot be a key", "a word");
    } else if (name.plain() && name.text().equals("<<")) {
      report(
          event, "'<<' merges are not supported", "'extends: other.yaml', or the keys themselves");
    } else if (entries.containsKey(name.text())) {
      int first = entries.get(name.text()).place().line();
      report(event, "the key '" + name.text() + "' is given twice, first on line " + first, "");
    } else {
      entries.put(name.text(), new Entry(place(event), name.text(), value));
    }
  }

  private Node aliased(AliasEvent alias) {
    if (++aliases > MOST_ALIASES) {
      throw refuse(alias, "too many aliases", "at most " + MOST_ALIASES);
    }
    String name = alias.getAnchor();
    if (!anchors.containsKey(name)) {
      throw refuse(alias, "there is no anchor &" + name + " before this alias", "");
    }
    Node node =
        anchors
            .get(name)
            .orElseThrow(() -> refuse(alias, "the anchor &" + name + " contains itself", ""));
    count(alias, size(node));
    return node;
  }

  private static int size(Node node) {
    if (node instanceof Sequence sequence) {
      return 1 + sequence.items().stream().mapToInt(YamlReader::size).sum();
    }
    return node instanceof Mapping mapping
        ? 1 + mapping.entries().stream().mapToInt(entry -> 1 + size(entry.value())).sum()
        : 1;
  }

  private void count(Event event, int more) {
    values += more;
    if (values > mostValues) {
      throw refuse(event, "too many values", "at most " + mostValues + ", aliases included");
    }
  }

  /** An escape can write half of a pair of surrogates, which no file can hold. */
  private void refuseHalfCharacters(ScalarEvent scalar) {
    scalar
        .getValue()
        .codePoints()
        .filter(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        .findFirst()
        .ifPresent(
            half ->
                report(
                    scalar,
                    String.format(Locale.ROOT, "\\u%04x is half of a character", half),
                    "both halves, or the character itself"));
  }

  private void refuseTags(NodeEvent event) {
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof SequenceStartEvent list
                ? list.getTag()
                : ((MappingStartEvent) event).getTag();
    if (tag != null) {
      report(event, "tags such as '!!str' are not supported", "the value without a tag");
    }
  }

  private void report(Event event, String message, String expected) {
    mistakes.add(new Mistake(place(event), "", message, expected, ""));
  }

  private Refused refuse(Event event, String message, String expected) {
    return new Refused(new Mistake(place(event), "", message, expected, ""));
  }

  private Place place(Event event) {
    return place(event.getStartMark());
  }

  private Place place(Mark mark) {
    return source.at(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Ends the reading of a text that cannot be made sense of. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Mistake mistake;

    Refused(Mistake mistake) {
      super(mistake.message());
      this.mistake = mistake;
    }
  }
}
