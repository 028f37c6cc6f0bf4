package lockstep.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Catalogue.Item;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.HeadingKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.yaml.NumberText;
import lockstep.config.yaml.TextLoader;
import lockstep.config.yaml.YamlReader;

/** The reference page of the experiment file. */
public final class ReferencePage {
  private static final String HEAD =
      """
      # The experiment file

      Every key of an experiment, made from the definitions that read the files. `lockstep explain KEY`
      says the same of one key, and `lockstep schema` prints a JSON Schema for editors.

      - A choice without parameters is a word (`loss: bce`), with parameters a map with that one key
        (`loss: {bce: {reduction: sum}}`).
      - Numbers are those of YAML 1.2, written in decimal digits: `1e-3`, `.5` and `5.` are numbers;
        `010`, `0x10`, `1_000`, NaN and infinities are refused. What stands in quotes is a text.
      - `extends: other.yaml` inherits from another file: maps are merged, lists and single values
        replaced. Another word of a choice replaces its parameters; another `generator` drops all
        parameters of the inherited one and keeps the keys that all generators share; `seed` and
        `continues` replace each other. A key without a value (`source: null`) removes what is
        inherited. `experiment` is never inherited.
      - `--set key=value` changes one value, read as YAML: `--set network.layers[1]=8`.
      - Refused: unknown and duplicate keys, tags, `<<` merges, several documents in one file.
      """;

  /** The page in Markdown; ends with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(limits());
    sections().forEach((name, items) -> append(text, name, items));
    return text.toString();
  }

  private static String limits() {
    return "- Limits: "
        + String.join(
            ", ",
            TextLoader.LARGEST_FILE + " bytes a file",
            YamlReader.DEEPEST_NESTING + " levels of nesting",
            YamlReader.MOST_ALIASES + " aliases",
            YamlReader.MOST_VALUES + " values",
            NumberText.LONGEST + " characters a number",
            NetworkKeys.MOST_LAYERS + " layers",
            HeadingKeys.LONGEST_CHAIN + " files that extend each other")
        + ".\n";
  }

  private static Map<String, List<Item>> sections() {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    for (Item item : Catalogue.of(ExperimentKeys.EXPERIMENT)) {
      int end = item.path().indexOf('.');
      String name = end < 0 ? "Top level" : "`" + item.path().substring(0, end) + "`";
      sections.computeIfAbsent(name, any -> new ArrayList<>()).add(item);
    }
    return sections;
  }

  private static void append(StringBuilder text, String name, List<Item> items) {
    text.append("\n## ").append(name).append("\n\n");
    text.append("| key | applies | meaning | type | default | example |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    items.forEach(item -> text.append(row(item)));
  }

  private static String row(Item item) {
    int end = item.path().lastIndexOf('.');
    String key =
        item.word()
            ? item.path().substring(0, end) + ": " + item.path().substring(end + 1)
            : item.path();
    String example = item.example().isEmpty() ? "" : "`" + item.example() + "`";
    List<String> cells =
        List.of(
            "`" + key + "`",
            item.condition(),
            item.meaning(),
            item.values(),
            item.fallback(),
            example);
    return "| " + String.join(" | ", cells.stream().map(ReferencePage::escaped).toList()) + " |\n";
  }

  private static String escaped(String cell) {
    return cell.contains("`")
        ? cell
        : cell.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_");
  }
}
