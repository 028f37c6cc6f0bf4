package lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Nothing is taken, for the program, its tests or its build, without a reason. */
class DependenciesTest {
  private static final Path DECISION = Path.of("docs/decisions/001-dependencies.md");

  private Document build;

  @BeforeEach
  void readTheBuild() throws Exception {
    build = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }

  /** The text of an element's own child. */
  private static Optional<String> child(Element element, String name) {
    return elements(element.getElementsByTagName(name))
        .filter(each -> each.getParentNode() == element)
        .map(each -> each.getTextContent().strip())
        .findFirst();
  }

  private String resolved(String version) {
    if (!version.startsWith("${")) {
      return version;
    }
    String name = version.substring(2, version.length() - 1);
    return build.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  /** Name and version of each dependency and plugin; no version where another place states it. */
  private List<String> taken() {
    List<String> taken = new ArrayList<>();
    for (String kind : List.of("dependency", "plugin", "path")) {
      elements(build.getElementsByTagName(kind))
          .filter(element -> child(element, "artifactId").isPresent())
          .map(element -> child(element, "artifactId").get() + version(element))
          .forEach(taken::add);
    }
    return taken.stream().distinct().toList();
  }

  private String version(Element element) {
    return child(element, "version").map(version -> "` " + resolved(version)).orElse("`");
  }

  /** Whether the page names it with exactly this version: what follows cannot belong to one. */
  private static boolean states(String page, String named) {
    String end = named.endsWith("`") ? "" : "(?=[, |)])";
    return Pattern.compile(Pattern.quote("`" + named) + end).matcher(page).find();
  }

  @Test
  void everyDependencyAndPluginHasAReasonWithItsVersion() throws Exception {
    String decision = Files.readString(DECISION);

    assertThat(taken()).hasSizeGreaterThan(25);
    assertThat(taken()).allMatch(named -> states(decision, named));
  }

  @ParameterizedTest
  @CsvSource({"3.16.0, true", "3.16, false", "3.1, false", "16.0, false"})
  void theBeginningOfAVersionIsAnotherVersion(String version, boolean same) {
    String page = "| `maven-plugin` 3.16.0 | builds |, `other` 1.2, 3.16 and `maven-plugin-two` 1";

    assertThat(states(page, "maven-plugin` " + version)).isEqualTo(same);
  }

  @Test
  void noVersionIsARangeOrASnapshot() {
    assertThat(taken()).noneMatch(named -> named.matches(".*[\\[\\](,].*|.*SNAPSHOT|.*LATEST"));
  }
}
