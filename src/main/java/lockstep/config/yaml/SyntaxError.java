package lockstep.config.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in the words of someone who writes experiments what the YAML parser stumbled over. */
final class SyntaxError {
  private static final Map<String, String> TELLING = new LinkedHashMap<>();

  static {
    TELLING.put("'\\t", "a tab cannot be used here; indent with spaces");
    TELLING.put(
        "mapping values are not allowed",
        "a ':' cannot stand here; is a line indented"
            + " differently, or does a text with ': ' lack quotes?");
    TELLING.put("expected ',' or ']'", "this list lacks a ',' or its closing ']'");
    TELLING.put("expected ',' or '}'", "this map lacks a ',' or its closing '}'");
    TELLING.put("could not find expected ':'", "a ':' with a space behind it is missing");
    TELLING.put("expected <block end>", "this line is indented differently from its neighbours");
    TELLING.put("unexpected end of stream", "a quote is opened but never closed");
    TELLING.put("cannot start any token", "a value cannot begin with this character; use quotes");
    TELLING.put("found undefined tag", "tags are not supported");
  }

  private SyntaxError() {}

  /** Where to look: an open quote is found at the end of the file, but to be mended where it is. */
  static Mark place(MarkedYAMLException error) {
    boolean open = String.valueOf(error.getProblem()).contains("unexpected end of stream");
    return open && error.getContextMark() != null ? error.getContextMark() : error.getProblemMark();
  }

  static String tell(MarkedYAMLException error) {
    String problem = String.valueOf(error.getProblem());
    return TELLING.entrySet().stream()
        .filter(entry -> problem.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("this is not YAML: " + problem);
  }
}
