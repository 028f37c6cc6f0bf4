package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.search.RangeRun;
import lockstep.search.SearchResults;
import lockstep.search.SearchRun;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.SweepSettings;
import lockstep.sweep.TrialStore;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchReportTest {
  private static final String BASE =
      """
      experiment: parabola
      data: {generator: linear, samples: 20}
      network: {layers: [1, 1], activations: identity, biases: off}
      training: {loss: mse, epochs: 400, explosion_factor: 2}
      record: {every: 100}
      """;

  @TempDir private Path folder;

  private Experiment experiment(String more) throws IOException {
    return read(BASE + more + "\n");
  }

  private Experiment read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file.yaml"), text);
    Reading reading = ExperimentFile.read(file, List.of());
    assertThat(reading.problems()).isEmpty();
    return reading.experiment().orElseThrow();
  }

  private static SortedMap<String, String> texts(Map<String, Content> files) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Content> file : files.entrySet()) {
      texts.put(file.getKey(), file.getValue().text());
    }
    return texts;
  }

  private static SortedMap<String, String> search(Experiment experiment, int workers)
      throws Exception {
    try (TrialStore store = Journal.temporary()) {
      SearchResults results =
          new SearchRun(experiment, store, new SweepSettings(workers, false), SweepObserver.NONE)
              .run()
              .results()
              .orElseThrow();
      return texts(SearchReport.of(SearchInput.of(experiment, results, "1")).files());
    }
  }

  private static String report(SortedMap<String, String> files) {
    return files.get(ResultsLayout.REPORT);
  }

  @Test
  void oneAndThreeWorkersGiveTheSameFiles() throws Exception {
    Experiment experiment =
        experiment("sweep: {repeats: 3}\nsearch: {largest_stable: {low: 0.01, high: 100}}");

    SortedMap<String, String> files = search(experiment, 1);

    assertThat(search(experiment, 3)).isEqualTo(files);
    assertThat(files)
        .containsOnlyKeys(
            "experiment.yaml",
            "figures/tried_values.svg",
            "history.csv",
            "manifest.json",
            "report.md",
            "summary.csv");
  }

  @Test
  void theResolvedFileGivesTheSameFiles() throws Exception {
    Experiment experiment =
        experiment("sweep: {repeats: 2}\nsearch: {largest_stable: {low: 0.01, high: 100}}");
    SortedMap<String, String> files = search(experiment, 2);

    assertThat(search(read(files.get(ResultsLayout.EXPERIMENT)), 2)).isEqualTo(files);
  }

  @Test
  void theSummaryHasTheTrialsOfEachRepeatInTheirOrder() throws Exception {
    Experiment experiment =
        experiment("sweep: {repeats: 2}\nsearch: {largest_stable: {low: 0.01, high: 100}}");

    List<String> rows = search(experiment, 2).get(ResultsLayout.SUMMARY).lines().toList();

    assertThat(rows.get(0))
        .startsWith("trial,configuration,repeat,step,stable,training.learning_rate,digest,");
    assertThat(rows.get(1)).startsWith("1,1,1,1,yes,0.01,");
    assertThat(rows.get(2)).startsWith("2,1,1,2,no,100,").contains(",diverged,exploded,");
    assertThat(rows).anyMatch(row -> row.matches("[0-9]+,1,2,1,yes,0.01,.*"));
  }

  @Test
  void theAnswerHasAnIntervalOverTheRepeats() throws Exception {
    Experiment experiment =
        experiment("sweep: {repeats: 3}\nsearch: {largest_stable: {low: 0.01, high: 100}}");

    assertThat(report(search(experiment, 1)))
        .containsPattern(
            "\\*\\*The largest stable `training.learning_rate` is [0-9.]+\\*\\*, the mean over 3"
                + " repeats \\(95 % interval [0-9.]+ to [0-9.]+; single repeats from [0-9.]+ to"
                + " [0-9.]+\\)\\.")
        .containsPattern(
            "\\| +3 \\| +[0-9.]+ \\| +[0-9]+ \\| +[0-9.]+ → [-e0-9.]+ \\| +[0-9.]+ \\| +[0-9]+ \\| +[dl]");
  }

  @Test
  void aSingleSearchNamesTheRunThatWasNotStable() throws Exception {
    Experiment experiment = experiment("search: {largest_stable: {low: 0.01, high: 100}}");

    assertThat(report(search(experiment, 1)))
        .containsPattern(
            "is [0-9.]+\\*\\*: with [0-9.]+ it was not, with loss [0-9.]+ at the end, above the"
                + " initial [0-9.]+\\.");
  }

  @Test
  void wrongEndsAreTheAnswer() throws Exception {
    assertThat(report(search(experiment("search: {largest_stable: {low: 50, high: 90}}"), 1)))
        .contains("**Training is not stable even at `training.learning_rate` 50**.");
    assertThat(
            report(
                search(
                    experiment(
                        "sweep: {repeats: 2}\nsearch: {largest_stable: {low: 0.01, high: 0.1}}"),
                    1)))
        .contains(
            "**Training is stable up to `training.learning_rate` 0.1**, in all of 2 repeats.");
  }

  @Test
  void configurationsAreComparedInATableAndAFigure() throws Exception {
    Experiment experiment =
        experiment(
            "sweep: {grid: {data.samples: [10, 40]}, repeats: 2}\n"
                + "search: {largest_stable: {low: 0.01, high: 100, digits: 2}}");

    SortedMap<String, String> files = search(experiment, 2);

    assertThat(report(files))
        .contains("## The largest stable value of each configuration", "`data.samples: 10`");
    assertThat(files).containsKey("figures/largest_stable.svg");
  }

  @Test
  void aLossThatIsBoundedIsNotStableWhereItEndsAboveItsBeginning() throws Exception {
    Experiment experiment =
        read(
            """
            data: {generator: circles, samples: 40, factor: 0.5, noise: 0.1, seed: 1}
            network: {layers: [2, 4, 1], init: {weights: he, seed: 2}}
            training: {loss: bce, epochs: 30}
            search: {largest_stable: {low: 0.01, high: 10000, digits: 1}}
            """);

    assertThat(search(experiment, 1).get(ResultsLayout.SUMMARY)).contains("2,1,1,2,no,10000,");
  }

  @Test
  void aRangeTestShowsTheLossOverTheRate() throws Exception {
    Experiment experiment = experiment("search: {range_test: {low: 0.01, high: 100, epochs: 50}}");
    RangeRun run = RangeRun.of(experiment, TrainingObserver.NONE);

    SortedMap<String, String> files = texts(RangeReport.of(experiment, run, "1").files());

    assertThat(report(files)).contains("**The loss fell fastest at a learning rate of about ");
    assertThat(files.get(ResultsLayout.HISTORY)).startsWith("epoch,learning_rate,loss\n0,,");
    assertThat(files).containsKey("figures/range_test.svg");
    Experiment again = read(files.get(ResultsLayout.EXPERIMENT));
    RangeRun rerun = RangeRun.of(again, TrainingObserver.NONE);
    assertThat(texts(RangeReport.of(again, rerun, "1").files())).isEqualTo(files);
  }
}
