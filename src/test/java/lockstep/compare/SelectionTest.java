package lockstep.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final String SWEEP =
      "sweep: {grid: {network.init.weights: [he, {normal: {mean: 0, std: 2}}],"
          + " training.learning_rate: [0.1, 0.2]}}";

  @TempDir Path parent;
  private Path sweep;
  private Path single;

  @BeforeEach
  void write() {
    sweep = new Folders(parent).sweep("sweep", 0, SWEEP, "0.1", "0.2", "0.3", "0.4");
    single = new Folders(parent).sweep("single", 0, "", "0.5");
  }

  private List<String> names(String... arguments) {
    return Folders.compare(Optional.empty(), Arrays.asList(arguments)).candidates().all().stream()
        .map(each -> each.number() + 1 + " " + each.name())
        .toList();
  }

  private String refusal(Optional<String> baseline, String... arguments) {
    CompareRequest request = Folders.request(baseline, Arrays.asList(arguments));
    try {
      ResultsComparison.of(request);
    } catch (NotComparableException refused) {
      return refused.getMessage().replace(parent.toString(), "");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    throw new AssertionError("was compared");
  }

  @Test
  void aSweepAloneIsAllItsConfigurations() {
    assertThat(names(sweep.toString()))
        .containsExactly(
            "1 weights=he, learning_rate=0.1",
            "2 weights=he, learning_rate=0.2",
            "3 weights={normal: {mean: 0, std: 2}}, learning_rate=0.1",
            "4 weights={normal: {mean: 0, std: 2}}, learning_rate=0.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weights=he                                            | 1 2",
        "network.init.weights=he,training.learning_rate=1e-1   | 1",
        "weights=normal                                        | 3 4",
        "weights={normal: {mean: 0, std: 2}},learning_rate=.20 | 4",
        "3                                                     | 3"
      })
  void configurationsAreChosenByValuesOrNumber(String choice, String expected) {
    assertThat(names(sweep + ":" + choice, single.toString()))
        .extracting(name -> name.substring(0, 1))
        .containsExactly((expected + " 1").split(" "));
  }

  @Test
  void namesSayOnlyWhatDiffers() {
    assertThat(names(sweep + ":weights=he"))
        .containsExactly("1 learning_rate=0.1", "2 learning_rate=0.2");
    assertThat(names(sweep + ":2", single.toString()))
        .containsExactly("2 sweep: weights=he, learning_rate=0.2", "1 single");
  }

  @Test
  void aConfigurationThatIsNamedTwiceIsComparedOnce() {
    assertThat(names(sweep + ":1", sweep + ":weights=he")).hasSize(2);
  }

  @Test
  void anExistingFolderIsMeantWhateverItsNameLooksLike() throws Exception {
    Path odd = Files.createDirectory(parent.resolve("odd:1"));

    assertThat(Selection.parse(odd.toString()).whole()).isTrue();
  }

  @Test
  void drivesOfWindowsAreNoChoice() throws Exception {
    Selection selection = Selection.parse("C:\\results\\sweep:weights=he");

    assertThat(selection.folder()).isEqualTo(Path.of("C:\\results\\sweep"));
    assertThat(selection.conditions()).containsExactly(new Condition("weights", "he"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ":wieghts=he | /sweep does not sweep 'wieghts'; it sweeps network.init.weights,"
            + " training.learning_rate; did you mean weights?",
        ":weights=hee | /sweep has no network.init.weights=hee; its values are he,"
            + " {normal: {mean: 0, std: 2}}; did you mean he?",
        ":7 | /sweep has no configuration 7; they are numbered from 1 to 4",
        ":1 | there is nothing to compare /sweep with: it or what was chosen of it is one"
            + " configuration; name a second results folder, or a sweep with at least two"
            + " configurations",
        ":weights=he,1 | '1' chooses no configuration; expected KEY=VALUE"
      })
  void aChoiceThatMeansNothingIsExplained(String choice, String message) {
    assertThat(refusal(Optional.empty(), sweep + choice)).isEqualTo(message);
  }

  @Test
  void aBaselineIsOneConfiguration() {
    assertThat(refusal(Optional.of("weights=he"), sweep.toString()))
        .startsWith("the baseline is one configuration, but 2 are meant by weights=he");
  }

  @Test
  void aBaselineThatIsNotAmongTheResultsJoinsThem() {
    ResultsComparison all =
        Folders.compare(Optional.of(single.toString()), List.of(sweep + ":weights=he"));

    assertThat(all.candidates().all()).hasSize(3);
    assertThat(all.comparisons()).hasSize(2).allMatch(one -> one.first().name().equals("single"));
  }

  @Test
  void sweepsOverOtherKeysAreNotMixed() {
    Path other =
        new Folders(parent)
            .sweep("other", 0, "sweep: {grid: {data.noise: [0.1, 0.2]}}", "0.1", "0.2");

    assertThat(refusal(Optional.empty(), sweep.toString(), other.toString()))
        .startsWith("/sweep sweeps network.init.weights, training.learning_rate, but /other")
        .contains("choose a configuration of each");
    assertThat(names(sweep + ":1", other + ":1")).hasSize(2);
  }

  @Test
  void whatIsNoFinishedResultsFolderIsRefusedWithTheReason() throws Exception {
    assertThat(refusal(Optional.empty(), parent.resolve("none").toString()))
        .startsWith("there is no folder /none");
    assertThat(refusal(Optional.empty(), parent.toString()))
        .contains("is no results folder", "there are some in it: /single, /sweep");
    Files.delete(single.resolve("summary.csv"));
    assertThat(refusal(Optional.empty(), single.toString())).contains("its run did not end");
    Files.writeString(single.resolve("summary.csv"), "trial,verdict,final_loss\n3,completed,1\n");
    assertThat(refusal(Optional.empty(), single.toString())).contains("do not belong together");
    Files.writeString(single.resolve("summary.csv"), "trial,verdict,final_loss\n1,completed,x\n");
    assertThat(refusal(Optional.empty(), single.toString()))
        .isEqualTo(
            "/single/summary.csv:2: not a table as a run writes it; run the experiment again");
    Files.writeString(single.resolve("experiment.yaml"), "experiment: [");
    assertThat(refusal(Optional.empty(), single.toString())).contains("cannot be read");
  }

  @Test
  void anUnknownMetricIsAnsweredWithTheKnownOnes() {
    CompareRequest request =
        new CompareRequest(
            List.of(sweep.toString()),
            Optional.empty(),
            Optional.of("acuracy"),
            OptionalDouble.empty());

    assertThatThrownBy(() -> ResultsComparison.of(request))
        .hasMessage(
            "there is no metric 'acuracy' in all of these results; they have loss, best_loss,"
                + " accuracy; did you mean accuracy?");
  }

  @Test
  void moreComparisonsThanAnybodyReadsAreRefused() {
    String[] losses = new String[64];
    Arrays.fill(losses, "0.1");
    Path many =
        new Folders(parent)
            .sweep(
                "many",
                0,
                "sweep: {grid: {training.learning_rate: {linspace: [0.1, 0.9, 64]}}}",
                losses);

    assertThat(refusal(Optional.empty(), many.toString()))
        .startsWith("64 configurations make 2016 comparisons, more than 2000; name a --baseline");
    assertThat(Folders.compare(Optional.of("1"), List.of(many.toString())).comparisons())
        .hasSize(63);
  }
}
