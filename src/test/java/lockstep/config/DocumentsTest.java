package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Key;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.config.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ExperimentFile.schema(), InputFormat.JSON);

  @Test
  void theReferencePageIsWhatTheDefinitionsSay() throws IOException {
    new Maintained(Path.of("docs/reference.md")).assertEquals(ExperimentFile.reference());
  }

  @Test
  void theSchemaIsWhatTheDefinitionsSay() throws IOException {
    new Maintained(Path.of("docs/lockstep.schema.json")).assertEquals(ExperimentFile.schema());
  }

  static List<Path> experiments() throws IOException {
    return ExperimentsTest.files();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theSchemaAcceptsEveryShippedExperiment(Path file) throws IOException {
    assertThat(validate(Files.readString(file))).isEmpty();
    assertThat(validate(ExperimentFile.write(Specs.read(file)))).isEmpty();
  }

  /** The other broken files have mistakes that only a look at several keys, or files, can find. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "beginner",
        "choices",
        "csv",
        "csv_missing",
        "deviations",
        "expectations",
        "extends",
        "keys",
        "list",
        "missing",
        "numbers",
        "streams",
        "text"
      })
  void theSchemaRejectsWhatASchemaCanTell(String name) throws IOException {
    Path file = Path.of("src/test/resources/broken", name + ".yaml");
    assertThat(
            validate(
                Files.readString(file).replaceAll("(?m)^  layers: \\[2, 8, 1]\n|, noise: 0.2", "")))
        .isNotEmpty();
  }

  private static List<Error> validate(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  @Test
  void everyKeyIsExplained() {
    for (Catalogue.Item item : Catalogue.of(ExperimentKeys.EXPERIMENT)) {
      Explanation explanation = ExperimentFile.explain(Optional.of(item.path()));
      assertThat(explanation.found()).as(item.path()).isTrue();
      assertThat(explanation.text()).contains("meaning", item.meaning());
    }
  }

  /** Numbers, letters and signs of a formula; what is a word by itself needs none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.activations",
        "training.loss",
        "training.optimizer",
        "training.schedule",
        "data.scaling"
      })
  void everyChoiceSaysItsFormula(String key) {
    List<Catalogue.Item> choices =
        Catalogue.of(ExperimentKeys.EXPERIMENT).stream()
            .filter(item -> item.word() && item.path().matches(key + "\\.[a-z_0-9]+"))
            .filter(item -> !item.path().matches(".*\\.(constant|identity|sin|step|output)"))
            .toList();
    assertThat(choices).isNotEmpty();
    for (Catalogue.Item item : choices) {
      assertThat(item.meaning()).as(item.path()).containsPattern("[-+/^*(]|z");
    }
  }

  static List<Key<?>> keys() {
    return Catalogue.keysOf(ExperimentKeys.EXPERIMENT);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theExampleOfEveryKeyIsRight(Key<?> key) {
    List<Mistake> mistakes = new ArrayList<>();
    SourceText example = new SourceText("example", Reach.everywhere(), 0, key.prose().example());
    Node value = YamlReader.read(example, mistakes).orElseThrow();

    Optional<?> read = key.type().read(value, new Trace(mistakes, false).root(value.place()));

    assertThat(mistakes).isEmpty();
    assertThat(read).isPresent();
    assertThat(key.prose().meaning()).matches("(?s)[A-Z].*\\.");
  }

  static Set<String> schemaNames() {
    Set<String> names = new TreeSet<>();
    collectNames(JsonParser.parseString(ExperimentFile.schema()), names);
    return names;
  }

  private static void collectNames(JsonElement element, Set<String> names) {
    if (element instanceof JsonArray array) {
      array.forEach(each -> collectNames(each, names));
    } else if (element instanceof JsonObject object) {
      if (object.get("properties") instanceof JsonObject properties) {
        names.addAll(properties.keySet());
      }
      object.asMap().values().forEach(each -> collectNames(each, names));
    }
  }

  @ParameterizedTest
  @MethodSource("schemaNames")
  void everyNameOfTheSchemaIsExplainedAndInTheReference(String name) {
    assertThat(ExperimentFile.explain(Optional.of(name)).found()).isTrue();
    assertThat(ExperimentFile.reference()).containsPattern("(?m)^\\| `([^`]*[. ])?" + name + "`");
  }

  @Test
  void theSchemaHasTheNamesOfKeysAndOfWordsWithParameters() {
    assertThat(schemaNames()).contains("experiment", "clip", "leaky_relu", "slope", "given");
  }

  static List<Catalogue.Item> words() {
    return Catalogue.of(ExperimentKeys.EXPERIMENT).stream().filter(Catalogue.Item::word).toList();
  }

  @ParameterizedTest
  @MethodSource("words")
  void theExampleOfEveryWordIsRight(Catalogue.Item word) {
    List<String> path = List.of(word.path().split("\\."));
    String file = word.example();
    for (int i = path.size() - 3; i >= 0; i--) {
      file = path.get(i) + ": {" + file + "}";
    }

    assertThat(file).contains(path.get(path.size() - 1));
    assertThat(validate("extends: base.yaml\n" + file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaky_relu", "slope", "network.activations.leaky_relu.slope"})
  void explainsTheParametersOfAWordThatAListCanHaveToo(String key) {
    assertThat(ExperimentFile.explain(Optional.of(key)).text())
        .contains("network.activations.leaky_relu.slope", "The slope where z is not above 0.");
  }

  @Test
  void explainsAWordWithItsParametersAndAnExample() {
    assertThat(ExperimentFile.explain(Optional.of("network.init.biases.given")).text())
        .isEqualTo(
            """
            network.init.biases.given
              meaning  The numbers themselves, layer by layer; in a list with an initializer for each layer, those of the one layer.
              type     a map from the word to a list with the biases of each layer
              example  biases: {given: [[0.1, -0.2], [0.3]]}
            """);
  }

  @Test
  void explainsAGeneratorWithTheKeysBesideIt() {
    assertThat(ExperimentFile.explain(Optional.of("circles")).text())
        .contains("data.samples ", "data.factor ", "data.noise ", "data.shuffle ")
        .doesNotContain("data.centers");
  }

  @Test
  void explainsAChoiceWithoutBrackets() {
    assertThat(ExperimentFile.explain(Optional.of("data.generator")).text())
        .contains("  type     a word\n  range    one of circles, moons,");
  }

  @Test
  void explainsAKeyInFull() {
    assertThat(ExperimentFile.explain(Optional.of("learning_rate")))
        .isEqualTo(
            new Explanation(
                true,
                """
                training.learning_rate
                  meaning  The step size of an update.
                  type     a real number
                  range    above 0
                  default  required
                  example  learning_rate: 0.005

                expect.learning_rate (of the history)
                  meaning  The value of learning_rate.
                  type     a number as printed
                  default  not looked at
                  example  learning_rate: 0.818
                """));
  }

  @Test
  void suggestsTheNearestKey() {
    assertThat(ExperimentFile.explain(Optional.of("training.learnig_rate")))
        .isEqualTo(
            new Explanation(
                false,
                "unknown key 'training.learnig_rate'; did you mean training.learning_rate?\n"));
  }

  @Test
  void listsAllKeys() {
    assertThat(ExperimentFile.explain(Optional.empty()).text())
        .contains("experiment ", "data.split.test_size ", "training.loss.bce.clip ");
  }
}
