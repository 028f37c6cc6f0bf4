package lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Request;
import lockstep.expectation.Check;
import lockstep.expectation.ExpectationCheck;
import lockstep.experiment.Numerics;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.report.Configuration;
import lockstep.report.Content;
import lockstep.report.RangeReport;
import lockstep.report.Report;
import lockstep.report.ReportInput;
import lockstep.report.SearchInput;
import lockstep.report.SearchReport;
import lockstep.search.RangeRun;
import lockstep.search.SearchResults;
import lockstep.search.SearchRun;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.SweepSettings;
import lockstep.sweep.TrialStore;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final String NEURON =
      """
      data: {generator: rows, inputs: [[3]], targets: [[1]]}
      network:
        layers: [1, 1]
        activations: [identity]
        init: {weights: {given: [[[2]]]}, biases: {given: [[1]]}}
      training: {loss: mse, learning_rate: 0.01, epochs: 1}
      """;

  private static final Consumer<Verified> NOBODY = verified -> {};

  @TempDir private Path folder;
  private Path experiment;
  private Path results;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("experiments/deep"));
    experiment = folder.resolve("experiments/deep/neuron.yaml");
    results = folder.resolve("results");
    Files.createDirectories(results);
  }

  @Test
  void expectationsThatHoldAreEnough() throws IOException {
    write(NEURON + "expect: [{epoch: 0, loss: 36}]\n");
    Verified verified = verify(experiment);
    assertThat(verified.holds()).isTrue();
    assertThat(verified.checks()).hasSize(1);
    assertThat(verified.filesCompared()).isZero();
  }

  @Test
  void anExpectationThatDoesNotHoldFails() throws IOException {
    write(NEURON + "expect: [{epoch: 0, loss: 35}]\n");
    Verified verified = verify(folder.resolve("experiments"));
    assertThat(verified.holds()).isFalse();
    assertThat(verified.failedChecks()).extracting(Check::exact).containsExactly("36.0");
  }

  @Test
  void whatChecksNothingFails() throws IOException {
    write(NEURON);
    Verified verified = verify(experiment);
    assertThat(verified.checksNothing()).isTrue();
    assertThat(verified.holds()).isFalse();
  }

  @Test
  void resultsThatComeOutTheSameHold() throws IOException {
    write(NEURON);
    commit();
    Verified verified = verify(experiment, results);
    assertThat(verified.holds()).isTrue();
    assertThat(verified.filesCompared()).isGreaterThan(4);
  }

  @Test
  void resultsWithoutTheirExperimentAreRunFromTheirOwnFile() throws IOException {
    write(NEURON);
    commit();
    Verified verified = verify(results);
    assertThat(verified.holds()).isTrue();
    assertThat(verified.file()).isEqualTo(results.resolve("neuron/experiment.yaml"));
  }

  @Test
  void aTableIsKeptWithTheResultsSoThatTheyRunAlone() throws IOException {
    Files.writeString(experiment.resolveSibling("my table.csv"), "=x,\"a,b\",y\n1,2,3\n4,5,7\n");
    write(
        """
        data: {generator: csv, file: my table.csv, targets: [y]}
        network: {layers: [2, 1]}
        training: {loss: mse, learning_rate: 0.01, epochs: 2}
        """);
    commit();
    Files.delete(experiment.resolveSibling("my table.csv"));
    assertThat(results.resolve("neuron/data/my_table.csv"))
        .hasContent("=x,\"a,b\",y\n1.0,2.0,3.0\n4.0,5.0,7.0\n");
    assertThat(verify(results).holds()).isTrue();
  }

  @Test
  void oneChangedByteIsFoundAndShownInContext() throws IOException {
    write(NEURON);
    commit();
    Path history = results.resolve("neuron/history.csv");
    Files.writeString(history, Files.readString(history).replace("1,0,36.0", "1,0,37.0"));
    Verified verified = verify(experiment, results);
    assertThat(verified.holds()).isFalse();
    assertThat(verified.differences()).hasSize(1);
    FileDifference difference = verified.differences().get(0);
    assertThat(difference.file()).isEqualTo("history.csv");
    assertThat(difference.message()).isEqualTo("line 2 differs");
    assertThat(difference.context())
        .containsExactly("  trial,epoch,loss", "- 1,0,37.0", "+ 1,0,36.0");
  }

  @Test
  void aMissingAndAForeignFileAreFoundAndThePrivateOnesAreNot() throws IOException {
    write(NEURON);
    commit();
    Files.delete(results.resolve("neuron/summary.csv"));
    Files.writeString(results.resolve("neuron/notes.txt"), "mine");
    Files.createDirectories(results.resolve("neuron/.lockstep"));
    Files.writeString(results.resolve("neuron/.lockstep/run.log"), "a line");
    assertThat(verify(experiment, results).differences())
        .containsExactly(
            new FileDifference("notes.txt", "was not made again", List.of()),
            new FileDifference("summary.csv", "is not among the committed results", List.of()));
  }

  @Test
  void resultsThatLostTheirManifestAreStillResults() throws IOException {
    write(NEURON);
    commit();
    Files.delete(results.resolve("neuron/manifest.json"));
    Files.writeString(results.resolve("neuron/history.csv"), "damaged\n");
    assertThat(verify(experiment, results).differences())
        .extracting(FileDifference::file)
        .containsExactly("history.csv", "manifest.json");
  }

  @Test
  void withoutResultsAmongThePathsTheUsualFolderIsCompared() throws IOException {
    write(NEURON);
    commit();
    Files.writeString(results.resolve("neuron/history.csv"), "damaged\n");
    List<Verified> all = Verification.of(List.of(experiment), results, Request.NONE, NOBODY);
    assertThat(all).extracting(Verified::holds).containsExactly(false);
  }

  @Test
  void aCopyOfAResultsFolderUnderAnotherNameIsVerifiedByItself() throws IOException {
    write(NEURON);
    commit();
    Files.move(results.resolve("neuron"), results.resolve("renamed"));
    Files.writeString(results.resolve("renamed/history.csv"), "damaged\n");
    Verified verified = verify(results);
    assertThat(verified.results()).contains(results.resolve("renamed"));
    assertThat(verified.differences()).extracting(FileDifference::file).contains("history.csv");
  }

  @Test
  void everyFolderOfTheSameNameIsCompared() throws IOException {
    write(NEURON);
    commit();
    results = folder.resolve("other");
    commit();
    Files.writeString(folder.resolve("results/neuron/summary.csv"), "damaged\n");
    List<Verified> all =
        Verification.of(
            List.of(experiment, folder.resolve("results"), results),
            nowhere(),
            Request.NONE,
            NOBODY);
    assertThat(all).extracting(Verified::holds).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aBrokenFileIsToldAndTheOthersAreStillVerified() throws IOException {
    write(NEURON + "expect: [{epoch: 0, loss: 36}]\n");
    Files.writeString(folder.resolve("experiments/broken.yaml"), "trainin: {}\n");
    List<Verified> all =
        Verification.of(List.of(folder.resolve("experiments")), nowhere(), Request.NONE, NOBODY);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).problems()).isNotEmpty();
    assertThat(all.get(0).holds()).isFalse();
    assertThat(all.get(1).holds()).isTrue();
  }

  @Test
  void theObserverIsToldOfEachExperiment() throws IOException {
    write(NEURON + "expect: [{epoch: 0, loss: 36}]\n");
    List<Verified> told = new ArrayList<>();
    List<Verified> all = Verification.of(List.of(experiment), nowhere(), Request.NONE, told::add);
    assertThat(told).isEqualTo(all);
  }

  @Test
  void aPathThatIsNotThereIsAnError() {
    List<Path> missing = List.of(nowhere());
    assertThatThrownBy(() -> Verification.of(missing, nowhere(), Request.NONE, NOBODY))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void junitHasACaseForEachExpectationAndOneForTheFiles() throws IOException {
    write(NEURON + "expect: [{epoch: 0, loss: 36}, {epoch: 1, loss: <1>}]\n".replace("<1>", "35"));
    commit();
    Files.writeString(results.resolve("neuron/summary.csv"), "a <b> & \u0001\n");
    String xml =
        JUnitReport.of(
            Verification.of(List.of(experiment, results), nowhere(), Request.NONE, NOBODY));
    assertThat(xml)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>")
        .contains("<testsuite name=\"neuron\" tests=\"3\" failures=\"2\">")
        .contains("<testcase classname=\"neuron\" name=\"epoch 0: loss\"></testcase>")
        .contains("expected 35 but found ")
        .contains("- a &lt;b&gt; &amp; \uFFFD");
  }

  @Test
  void aSearchIsRunAgainAndComparedByteForByte() throws Exception {
    write(NEURON + "search: {largest_stable: {low: 0.001, high: 100, digits: 1}}\n");
    Experiment search = ExperimentFile.read(experiment, List.of()).experiment().orElseThrow();
    try (TrialStore store = Journal.temporary()) {
      SearchResults found =
          new SearchRun(search, store, SweepSettings.standard(), SweepObserver.NONE)
              .run()
              .results()
              .orElseThrow();
      keep(SearchReport.of(SearchInput.of(search, found, Numerics.VERSION)).files());
    }
    comparesEveryFile();
  }

  @Test
  void aRangeTestIsRunAgainAndComparedByteForByte() throws IOException {
    write(NEURON + "search: {range_test: {low: 0.001, high: 1}}\n");
    Experiment test = ExperimentFile.read(experiment, List.of()).experiment().orElseThrow();
    RangeRun run = RangeRun.of(test, TrainingObserver.NONE);
    keep(RangeReport.of(test, run, Numerics.VERSION).files());
    comparesEveryFile();
  }

  private void comparesEveryFile() throws IOException {
    Verified same = verify(experiment, results);
    assertThat(same.holds()).isTrue();
    assertThat(same.filesCompared()).isEqualTo(6);
    Files.writeString(results.resolve("neuron/summary.csv"), "damaged\n");
    assertThat(verify(experiment, results).differences()).hasSize(1);
  }

  private void write(String text) throws IOException {
    Files.writeString(experiment, text);
  }

  private void commit() throws IOException {
    ExperimentSpec spec = ExperimentFile.read(experiment, List.of()).spec().orElseThrow();
    TrialResult result = Trial.run(spec, TrainingObserver.NONE);
    Configuration configuration = Configuration.of(spec, Numerics.VERSION);
    ReportInput input = ReportInput.of(result, ExpectationCheck.of(result), configuration);
    keep(Report.files(input));
  }

  private void keep(Map<String, Content> files) throws IOException {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Path target = results.resolve("neuron").resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue().text());
    }
  }

  private Path nowhere() {
    return folder.resolve("nowhere");
  }

  private Verified verify(Path... paths) throws IOException {
    List<Verified> all = Verification.of(List.of(paths), nowhere(), Request.NONE, NOBODY);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
