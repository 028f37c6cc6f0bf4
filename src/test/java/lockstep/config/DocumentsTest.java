package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Key;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
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

  static List<Key<?>> keys() {
    return Catalogue.keysOf(ExperimentKeys.EXPERIMENT);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theExampleOfEveryKeyIsRight(Key<?> key) {
    List<Mistake> mistakes = new ArrayList<>();
    SourceText example = new SourceText("example", Path.of(""), 0, key.prose().example());
    Node value = YamlReader.read(example, mistakes).orElseThrow();

    Optional<?> read = key.type().read(value, new Trace(mistakes, false).root(value.place()));

    assertThat(mistakes).isEmpty();
    assertThat(read).isPresent();
    assertThat(key.prose().meaning()).matches("(?s)[A-Z].*\\.");
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
