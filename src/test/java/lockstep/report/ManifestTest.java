package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void holdsTheHashOfEveryFileButItself() throws IOException {
    Configuration configuration = new Configuration("", List.of(), "digest", "7");
    Manifest manifest =
        Manifest.of(
            configuration,
            Map.of(
                "b/c.svg", Content.text("abc"),
                "a.csv", Content.text("abc"),
                "manifest.json", Content.text("x")));
    assertThat(manifest.json())
        .isEqualTo(
            """
            {
              "format": 1,
              "numerics": "7",
              "configuration": "digest",
              "files": {
                "a.csv": "%s",
                "b/c.svg": "%s"
              }
            }
            """
                .formatted(SHA_256_OF_ABC, SHA_256_OF_ABC));
    assertThat(Manifest.parse(manifest.json())).contains(manifest);
  }

  @Test
  void stringsAreEscapedAndReadBack() {
    String hostile = "\"\\/\n\t\u0001\u007fé\u2028😀</script>";
    Manifest manifest = new Manifest("d", hostile, new TreeMap<>());
    assertThat(Manifest.parse(manifest.json()).orElseThrow().numerics()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "/etc/x", "a/../x", "C:\\x", "a//b", "", ".lockstep/x", "a/", "a\nb"})
  void pathsStayInsideTheFolder(String path) {
    TreeMap<String, String> files = new TreeMap<>(Map.of(path, ""));
    assertThatThrownBy(() -> new Manifest("d", "1", files))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"files\": 3}",
        "!!java.io.File {}",
        "a: b: c",
        "\0",
        "{\"files\": {}, \"numerics\": [], \"configuration\": {}}"
      })
  void otherTextsAreNoManifests(String text) {
    assertThat(Manifest.parse(text)).isEmpty();
  }

  @Test
  void saysOfARunThatIsLimitedInTimeThatItIsNotReproducible() {
    Manifest limited = new Manifest("d", "1", false, new TreeMap<>());
    assertThat(limited.json()).contains("\"reproducible\": false");
    assertThat(Manifest.parse(limited.json())).contains(limited);
    assertThat(new Manifest("d", "1", new TreeMap<>()).json()).doesNotContain("reproducible");
  }
}
