package lockstep.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  private static Mapping map(String key, Node value) {
    return new Mapping(Place.NONE, List.of(new Entry(Place.NONE, key, value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "on",
        "No",
        "null",
        "~",
        "true",
        "1e3",
        "010",
        "0x1",
        "a: b",
        "a #b",
        "- a",
        "[a",
        "{",
        "@x",
        "%",
        "!t",
        "&a",
        "*a",
        "|",
        ">",
        "'",
        "\"",
        "\\",
        "\t",
        "\n\n",
        "a ",
        " a",
        "é",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "\u0007",
        "\uD83D\uDE00",
        "?",
        "a,b",
        "x]",
        "...",
        "---",
        "a\rb"
      })
  void everyTextComesBack(String text) {
    List<Mistake> mistakes = new ArrayList<>();
    String yaml = YamlWriter.write(map("k", map("v", map("t", Node.text(text)))));

    Node root =
        YamlReader.read(new SourceText("a", Reach.everywhere(), 0, yaml), mistakes).orElseThrow();

    assertThat(mistakes).isEmpty();
    Node value = ((Mapping) ((Mapping) root).get("k").orElseThrow()).get("v").orElseThrow();
    Node.Scalar scalar = (Node.Scalar) ((Mapping) value).get("t").orElseThrow();
    assertThat(scalar.text()).isEqualTo(text);
    assertThat(NumberText.looksLikeAnotherType(text) && scalar.plain()).isFalse();
  }

  @Test
  void shortValuesStandOnOneLine() {
    Node numbers = Node.list(List.of(Node.plain("1"), Node.plain("2.5")));
    assertThat(YamlWriter.write(map("a", map("b", map("c", numbers)))))
        .isEqualTo("a:\n  b: {c: [1, 2.5]}\n");
  }

  @Test
  void longListsTakeALineForEachItem() {
    Node row = Node.list(Collections.nCopies(10, Node.plain("0.125")));
    String line = "[" + String.join(", ", Collections.nCopies(10, "0.125")) + "]";
    assertThat(YamlWriter.write(map("a", map("b", Node.list(List.of(row, row))))))
        .isEqualTo("a:\n  b:\n    - " + line + "\n    - " + line + "\n");
  }

  @Test
  void longMapsInListsBeginBesideTheDash() {
    Node words = Node.text("x".repeat(60));
    Mapping item = map("a", words).with(new Entry(Place.NONE, "b", words));
    assertThat(YamlWriter.write(map("l", Node.list(List.of(item)))))
        .isEqualTo("l:\n  - a: " + "x".repeat(60) + "\n    b: " + "x".repeat(60) + "\n");
  }
}
