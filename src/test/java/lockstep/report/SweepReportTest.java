package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.data.Circles;
import lockstep.expectation.Check;
import lockstep.sweep.TrialRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class SweepReportTest {
  private static final int LARGEST_REPORT = 200_000;
  private static final int LARGEST_FIGURE = 300_000;
  private static final Pattern PLACE = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");
  private static final Pattern START = Pattern.compile(" x=\"(-?[0-9.]+)\"");
  private static final Map<String, Supplier<SweepInput>> ALL =
      new TreeMap<>(
          Map.of(
              "one axis", SweepExamples::rates,
              "one run each", SweepExamples::once,
              "two axes", SweepExamples::map,
              "words", SweepExamples::ways,
              "three drawn keys", () -> SweepExamples.drawn(60),
              "two drawn keys", () -> SweepExamples.pairs(60),
              "three axes", () -> SweepExamples.crossed(2, 4, 3, 3),
              "all diverged", SweepExamples::lost,
              "one configuration", SweepExamples::single));

  static {
    ALL.put("many maps", () -> SweepExamples.crossed(1, 5, 12, 30));
    ALL.put("long words", SweepExamples::words);
  }

  private static SortedMap<String, String> texts(SweepInput input) throws IOException {
    return Texts.of(SweepReport.of(input).files());
  }

  private static String report(SweepInput input) throws IOException {
    return texts(input).get(ResultsLayout.REPORT);
  }

  private static void check(SortedMap<String, String> files) throws Exception {
    assertThat(files.get(ResultsLayout.REPORT)).hasSizeLessThan(LARGEST_REPORT);
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".svg")) {
        String svg = file.getValue();
        assertThat(svg).as(file.getKey()).hasSizeLessThan(LARGEST_FIGURE);
        assertThat(svg).doesNotContain("could not be drawn").doesNotContain("\"NaN");
        var document =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
        Matcher place = PLACE.matcher(svg.substring(svg.indexOf("</style>")));
        boolean inside = true;
        while (place.find()) {
          double x = Double.parseDouble(place.group(1));
          double y = Double.parseDouble(place.group(2));
          inside &= x >= 0 && x <= 640 && y >= 0 && y <= height;
        }
        Matcher start = START.matcher(svg);
        while (start.find()) {
          inside &= Double.parseDouble(start.group(1)) < 640;
        }
        assertThat(inside).as(file.getKey()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one axis",
        "one run each",
        "two axes",
        "words",
        "three drawn keys",
        "two drawn keys",
        "three axes",
        "many maps",
        "long words",
        "all diverged",
        "one configuration"
      })
  void everyFigureIsWellFormedInItsFrameAndTheSameEveryTime(String example) throws Exception {
    SortedMap<String, String> files = texts(ALL.get(example).get());
    check(files);
    assertThat(texts(ALL.get(example).get())).isEqualTo(files);
    assertThat(files.get(ResultsLayout.REPORT)).doesNotContain("NaN").doesNotContain("Optional");
    for (String file : files.keySet()) {
      if (!file.equals(ResultsLayout.REPORT)) {
        assertThat(files.get(ResultsLayout.REPORT)).contains("(" + file + ")");
      }
    }
  }

  @Test
  void theAnswerComesWithItsIntervalAndATest() throws IOException {
    assertThat(SweepReport.of(SweepExamples.rates()).sentence())
        .startsWith("training.learning_rate: 0.12589254117941673 ended with the lowest mean loss")
        .contains("95 % interval", "5 runs", "Next is", "paired t-tests");
    assertThat(report(SweepExamples.rates()))
        .contains("nothing diverged; from `0.5011872336272722` on")
        .contains("| diverged at epoch 3 |");
  }

  @Test
  void aStreamThatOnlySomeConfigurationsHaveLeavesPairsPairs() throws IOException {
    String batches = "training.batch: [full, {size: 4, shuffle: true}, {size: 8, shuffle: true}]";
    Experiment shared = SweepExamples.experiment("sweep: {repeats: 4, grid: {" + batches + "}}\n");
    assertThat(report(SweepExamples.byLoss(shared, spec -> 0.1))).contains("the same 4 seeds");
    String other = batches.replace("8, shuffle: true", "8, shuffle: true, seed: 5");
    Experiment apart = SweepExamples.experiment("sweep: {repeats: 4, grid: {" + other + "}}\n");
    assertThat(report(SweepExamples.byLoss(apart, spec -> 0.1))).contains("repeats are no pairs");
  }

  @Test
  void theOneThatCannotBeToldApartIsNotCalledOneOfMany() throws IOException {
    Experiment rates =
        SweepExamples.experiment(
            "sweep: {repeats: 9, grid: {training.learning_rate: [0.1, 0.11, 0.5]}}\n");
    SweepInput input = SweepExamples.byLoss(rates, spec -> 1 + spec.training().learningRate());
    assertThat(SweepReport.of(input).sentence())
        .contains("better than 1 of the 2 others", "cannot be told apart from the other one (");
  }

  @Test
  void threeAxesAreAMapForEachValueOfTheShortestOne() throws IOException {
    SortedMap<String, String> files = texts(SweepExamples.crossed(2, 4, 3, 2));
    assertThat(files.get("figures/loss_maps.svg"))
        .contains("One map for each value of")
        .contains(">best<");
    assertThat(texts(SweepExamples.crossed(1, 7, 7, 7))).containsKey("figures/loss_parallel.svg");
  }

  @Test
  void wordsAreWholeOnAMapOrCutSuchThatTheyDiffer() throws IOException {
    String map = texts(SweepExamples.words()).get("figures/loss_map.svg");
    assertThat(map)
        .contains(">{sgd: {momentum: 0.9, nesterov: true}}<")
        .contains(">{sgd: {momentum: 0.9}}<", ">adam<", ">0.1<");
  }

  @Test
  void ofTwoKeysItIsToldFromWhereOnEachValueDiverged() throws IOException {
    String grid = "sweep: {grid: {training.learning_rate: [0.1, 0.2, 0.4], data.noise: [%s]}}\n";
    Experiment noisy = SweepExamples.experiment(grid.formatted("0, 0.1"));
    SweepInput limited = SweepExamples.byLoss(noisy, spec -> noisyLimit(spec, 0.4));
    assertThat(report(limited))
        .contains(
            "Every configuration diverged from `training.learning_rate: 0.2` on with"
                + " `data.noise: 0.1`; none did with `0`.");
    SweepInput between = SweepExamples.byLoss(noisy, spec -> noisyLimit(spec, 0.3));
    assertThat(report(between)).doesNotContain("Every configuration diverged");
  }

  /** With noise a rate of 0.2 diverges, and a higher one up to a limit. */
  private static double noisyLimit(ExperimentSpec spec, double limit) {
    double rate = spec.training().learningRate();
    boolean noisy = ((Circles) spec.data().generator()).noise() > 0;
    return noisy && rate >= 0.2 && rate <= limit ? Double.NaN : rate;
  }

  @Test
  void whatDrawsNoMasksIsPairedWithWhatDoes() throws IOException {
    String sweep = "sweep: {grid: {network.dropout: [0.5, 0, 0.2]}, repeats: 3}\n";
    SweepInput input = SweepExamples.byLoss(SweepExamples.experiment(sweep), spec -> 0.5);
    assertThat(report(input)).contains("each run with the same 3 seeds");

    String others =
        "sweep: {cases: [{network.dropout: {rate: 0.5, seed: 1}}, {network.dropout: 0},"
            + " {network.dropout: {rate: 0.5, seed: 2}}], repeats: 3}\n";
    SweepInput unpaired = SweepExamples.byLoss(SweepExamples.experiment(others), spec -> 0.5);
    assertThat(report(unpaired)).doesNotContain("the same 3 seeds");
  }

  @Test
  void theBestConfigurationHasNoSeedOfOneRepeat() throws IOException {
    String sweep =
        "sweep: {grid: {training.batch: [{size: 5, shuffle: true}, full]}, repeats: 2}\n";
    SweepInput input =
        SweepExamples.byLoss(
            SweepExamples.experiment(sweep),
            spec -> spec.training().batching().shuffles() ? 0.1 : 0.5);
    assertThat(report(input)).contains("training:\n  batch:\n    size: 5\n    shuffle: true\n```");
  }

  @Test
  void withoutRepeatsNothingIsCalledBetter() throws IOException {
    String report = report(SweepExamples.once());
    assertThat(report).contains("was run once").doesNotContain("better").doesNotContain("interval");
  }

  @Test
  void heldOutSamplesRank() throws IOException {
    assertThat(report(SweepExamples.once()))
        .contains("By the test loss at the end; measured on samples that no training saw.");
    assertThat(report(SweepExamples.rates())).contains("no samples were held out");
  }

  @Test
  void aSweptLossDoesNotRank() throws IOException {
    Experiment losses =
        SweepExamples.experiment("sweep: {grid: {training.loss: [bce, mse]}, repeats: 2}\n");
    SweepInput input = SweepExamples.byLoss(losses, spec -> 0.1);
    assertThat(report(input)).contains("By the accuracy", "the loss was swept");
  }

  @Test
  void partlyDivergedConfigurationsComeAfterTheOthersAndAreCounted() throws IOException {
    List<String> rows =
        report(SweepExamples.ways())
            .lines()
            .filter(line -> line.matches("\\| +[0-9–]+ \\|.*"))
            .toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(3)).contains("{normal: {std: 3}}", "3 of 10 diverged at epoch 3 |");
    assertThat(rows.get(2)).matches(".*\\| finished +\\|");
  }

  @Test
  void whereAllDivergedNothingIsRecommended() throws IOException {
    String report = report(SweepExamples.lost());
    assertThat(report)
        .contains("**No configuration can be recommended**: all 3 diverged.")
        .doesNotContain("## The best configuration");
  }

  @Test
  void aCrossValidationIsAnsweredWithMeanAndDeviationAndEachFold() throws IOException {
    String report = report(SweepExamples.crossValidated());
    assertThat(report)
        .contains("end with, each run on each of 5 folds?")
        .containsPattern("test loss of \\*\\*[0-9.]+ ± [0-9.]+\\*\\* \\(mean ± standard deviation")
        .contains("Nadeau and Bengio", "Each of the 5 folds is the test part once")
        .doesNotContain("| swept key", "repeats allow");
    List<String> rows =
        report
            .lines()
            .filter(line -> line.matches("\\| +([1-5]|\\*\\*mean\\*\\*|sd) \\|.*"))
            .toList();
    assertThat(rows).hasSize(8);
    List<NamedCsvRecord> summary =
        csv(texts(SweepExamples.crossValidated()).get(ResultsLayout.SUMMARY));
    assertThat(summary.get(3).getHeader()).startsWith("trial", "configuration", "repeat", "fold");
    assertThat(summary.get(3).getFields().subList(0, 4)).containsExactly("4", "1", "1", "4");
  }

  @Test
  void validationSamplesRankBeforeTestSamples() throws IOException {
    Experiment sweep =
        SweepExamples.experiment("sweep: {grid: {training.learning_rate: [0.1, 0.2]}}\n");
    SweepInput input =
        SweepExamples.input(
            sweep,
            trial -> {
              TrialRecord.Measure validation =
                  new TrialRecord.Measure("validation_loss", 0.7, 0.5 - 0.1 * trial, 0.2);
              TrialRecord.Measure test =
                  new TrialRecord.Measure("test_loss", 0.7, 0.3 + 0.1 * trial, 0.2);
              return SweepExamples.measured(
                  SweepExamples.record(sweep, trial, 0.1), validation, test);
            });
    assertThat(report(input))
        .contains("By the validation loss at the end; measured on samples that are there to choose")
        .contains("**`training.learning_rate: 0.2`** ended with the lowest validation loss, 0.4");
  }

  @Test
  void foldsAreComparedByATestThatKnowsTheyOverlap() throws IOException {
    assertThat(report(SweepExamples.folds()))
        .contains("each run on each of 4 folds with the same 2 seeds")
        .contains("(corrected resampled t-tests at 5 %")
        .contains("| repeat |", "Of the configuration that is ranked first");
  }

  @Test
  void measuresThatTheTableOfFoldsHasNoRoomForAreCounted() throws IOException {
    SweepInput folds = SweepExamples.crossValidated();
    assertThat(report(folds)).doesNotContain("more column");
    List<TrialRecord.Measure> more =
        List.of("f1", "test_f1", "recall", "test_recall").stream()
            .map(name -> new TrialRecord.Measure(name, 0, 0.5, 0.5))
            .toList();
    SweepInput wide =
        SweepExamples.input(
            folds.experiment(),
            trial -> {
              TrialRecord one = SweepExamples.record(folds.experiment(), trial, 0.2);
              return new TrialRecord(
                  one.ending(),
                  one.seeds(),
                  one.lastEpoch(),
                  one.bestEpoch(),
                  Stream.concat(one.measures().stream(), more.stream()).toList(),
                  one.history(),
                  0,
                  List.of());
            });
    assertThat(report(wide)).contains("2 more columns in [summary.csv](summary.csv).");
  }

  @Test
  void aFewCasesOfTwoKeysAreAListAndNoMap() throws IOException {
    String cases =
        "sweep: {repeats: 2, cases: [{training.optimizer: sgd, training.learning_rate: 0.1},"
            + " {training.optimizer: adagrad, training.learning_rate: 0.1},"
            + " {training.optimizer: adam, training.learning_rate: 0.01},"
            + " {training.optimizer: rprop, training.learning_rate: %s}]}\n";
    SortedMap<String, String> listed =
        texts(
            SweepExamples.byLoss(
                SweepExamples.experiment(cases.formatted("0.01")), SweepExamples::valley));
    assertThat(listed)
        .containsKey("figures/loss_by_optimizer_learning_rate.svg")
        .doesNotContainKey("figures/loss_map.svg");
    assertThat(listed.get("figures/loss_by_optimizer_learning_rate.svg"))
        .contains("adagrad, 0.1", "rprop, 0.01", "Loss by optimizer and learning rate");
    String crossed =
        "sweep: {grid: {training.optimizer: [sgd, adam], training.learning_rate: [0.1, 0.2]},"
            + " exclude: [{training.optimizer: sgd, training.learning_rate: 0.2}]}\n";
    assertThat(
            texts(SweepExamples.byLoss(SweepExamples.experiment(crossed), SweepExamples::valley)))
        .containsKey("figures/loss_map.svg");
  }

  @Test
  void theBestConfigurationCanBePasted() throws IOException {
    String report = report(SweepExamples.map());
    assertThat(report)
        .contains(
            """
            ```yaml
            network:
              layers: [2, 6, 1]
            training:
              learning_rate: 0.13894954943731377
            ```
            """);
  }

  @Test
  void failedAndPrunedTrialsAreCountedAndRankedLast() throws IOException {
    Experiment sweep =
        SweepExamples.experiment("sweep: {grid: {training.learning_rate: [1, 2, 3, 4]}}\n");
    SweepInput input =
        SweepExamples.input(
            sweep,
            trial ->
                switch (trial) {
                  case 0 -> SweepExamples.failed(sweep, trial, "java.lang.Error: a, \"b\" | `c`");
                  case 1 -> SweepExamples.pruned(SweepExamples.record(sweep, trial, 0.1), 4);
                  case 2 -> SweepExamples.record(sweep, trial, Double.NaN);
                  default -> SweepExamples.record(sweep, trial, 0.2);
                });
    String report = report(input);
    assertThat(report).contains("Of 4 trials, 1 finished, 1 ended early, 1 diverged, 1 failed");
    assertThat(report).contains("**1 trial failed**", "No other configuration finished.");
    List<NamedCsvRecord> summary = csv(texts(input).get(ResultsLayout.SUMMARY));
    assertThat(summary.get(0).getField("verdict")).isEqualTo("failed");
    assertThat(summary.get(0).getField("cause")).isEqualTo("java.lang.Error: a, \"b\" | `c`");
    assertThat(summary.get(0).getField("final_loss")).isEmpty();
    assertThat(summary.get(1).getField("epochs")).isEqualTo("4");
  }

  private static List<NamedCsvRecord> csv(String text) {
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  @Test
  void theSummaryHasARowForEachTrial() throws IOException {
    SortedMap<String, String> files = texts(SweepExamples.map());
    List<NamedCsvRecord> rows = csv(files.get(ResultsLayout.SUMMARY));
    assertThat(rows).hasSize(120);
    assertThat(rows.get(0).getHeader())
        .startsWith("trial", "configuration", "repeat", "training.learning_rate")
        .containsSubsequence("network.layers[1]", "digest", "data_seed", "split_seed", "init_seed")
        .endsWith("final_loss", "best_loss", "final_accuracy", "best_accuracy");
    NamedCsvRecord last = rows.get(119);
    assertThat(last.getFields().subList(0, 5)).containsExactly("120", "40", "3", "1", "8");
    assertThat(last.getField("digest")).hasSize(16);
    assertThat(last.getField("verdict")).isEqualTo("diverged");
    assertThat(last.getField("diverged_at")).isEqualTo("3");
    assertThat(csv(files.get(ResultsLayout.HISTORY))).hasSize(120 * 21);
  }

  @Test
  void whatIsNotRecordedHasNoFile() throws IOException {
    Experiment none =
        SweepExamples.experiment(
            "record: none\nsweep: {grid: {training.learning_rate: [0.1, 0.2]}}\n");
    SortedMap<String, String> files = texts(SweepExamples.byLoss(none, SweepExamples::valley));
    assertThat(files.keySet())
        .doesNotContain(ResultsLayout.HISTORY, "figures/learning_curves.svg")
        .contains("figures/loss_over_learning_rate.svg");
  }

  @Test
  void expectationsThatDoNotHoldAreListed() throws IOException {
    Experiment sweep =
        SweepExamples.experiment("sweep: {grid: {training.learning_rate: [0.1, 0.2]}}\n");
    Check missed = new Check("final: loss", "0.5", "0.6", "0.6", false);
    SweepInput input =
        SweepExamples.input(
            sweep,
            trial -> {
              TrialRecord record = SweepExamples.record(sweep, trial, 0.1);
              return trial == 0
                  ? SweepExamples.checked(record, 3)
                  : SweepExamples.checked(record, 3, missed);
            });
    assertThat(report(input))
        .contains("**1 of 6 expectations did not hold.**")
        .contains("| final\\: loss | `0.5`    | `0.6` |".replace("\\:", ":"));
  }

  private static CrossedExperiment crossed(
      List<String> keys, List<List<String>> values, int repeats) {
    Experiment base = SweepExamples.experiment("");
    return new CrossedExperiment(base, base.spec(0), keys, values, repeats);
  }

  @Test
  void hostileValuesAreInert() throws Exception {
    String hostile = "</title><script>alert(1)</script>|`]( ${x} \n# x";
    CrossedExperiment crossed =
        crossed(
            List.of("a.<b>|`x`", "=cmd"),
            List.of(List.of(hostile, "=1+1", "-1e", "x,\"y\""), List.of("p", "q")),
            2);
    SweepInput input =
        SweepExamples.input(
            crossed, trial -> SweepExamples.record(crossed, trial, 0.1 + 0.01 * trial));
    SortedMap<String, String> files = texts(input);
    check(files);
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".svg")) {
            assertThat(text).doesNotContain("<script");
          }
        });
    assertThat(files.get(ResultsLayout.REPORT).lines().filter(line -> line.startsWith("# ")))
        .hasSize(1);
    List<NamedCsvRecord> rows = csv(files.get(ResultsLayout.SUMMARY));
    assertThat(rows).hasSize(16);
    assertThat(rows.get(0).getHeader()).contains("a.<b>|`x`", "'=cmd");
    assertThat(rows.get(0).getField("a.<b>|`x`")).isEqualTo(hostile);
    assertThat(rows.get(4).getField("a.<b>|`x`")).isEqualTo("'=1+1");
    assertThat(rows.get(12).getField("a.<b>|`x`")).isEqualTo("x,\"y\"");
  }

  @Test
  void negativeNumbersAreNoFormulas() throws IOException {
    CrossedExperiment crossed = crossed(List.of("a.b"), List.of(List.of("-0.5", "-2")), 1);
    SweepInput input =
        SweepExamples.input(crossed, trial -> SweepExamples.record(crossed, trial, 0.1));
    assertThat(csv(texts(input).get(ResultsLayout.SUMMARY)).get(0).getField("a.b"))
        .isEqualTo("-0.5");
  }

  @Test
  void tenThousandConfigurationsMakeASmallReport() throws Exception {
    int[][] shapes = {{10_000}, {100, 100}, {22, 22, 21}, {2, 5_000}};
    for (int[] shape : shapes) {
      SweepInput input = SweepExamples.crossed(1, shape);
      SortedMap<String, String> files = texts(input);
      check(files);
      assertThat(files.get(ResultsLayout.REPORT)).contains("configurations are left out here");
      assertThat(files.get(ResultsLayout.SUMMARY).lines().count()).isGreaterThan(10_000);
    }
  }
}
