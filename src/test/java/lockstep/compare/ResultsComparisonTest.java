package lockstep.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.statistics.NotTestable;
import lockstep.statistics.TTestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsComparisonTest {
  private static final String[] SIX = {"0.30", "0.31", "0.32", "0.33", "0.34", "0.35"};
  private static final String[] LOWER = {"0.20", "0.22", "0.21", "0.24", "0.23", "0.26"};

  @TempDir Path parent;

  private Folders folders() {
    return new Folders(parent);
  }

  private static Comparison only(ResultsComparison all) {
    assertThat(all.comparisons()).hasSize(1);
    return all.comparisons().get(0);
  }

  @Test
  void differencesAreOfTheSecondLessTheFirst() {
    Comparison one =
        only(
            Folders.compare(
                folders().repeats("high", 0, "0.3", "0.4", "0.5"),
                folders().repeats("low", 0, "0.2", "0.2", "0.2")));

    assertThat(one.values().paired()).isTrue();
    assertThat(one.values().difference().getAsDouble()).isCloseTo(-0.2, within(1e-15));
    TTestResult student = (TTestResult) one.values().student();
    assertThat(student.statistic()).isCloseTo(-0.2 / (0.1 / Math.sqrt(3)), within(1e-12));
    assertThat(one.values().effect().getAsDouble()).isCloseTo(-2, within(1e-12));
  }

  @Test
  void lowerLossIsBetterAndTheOtherWayRoundWorse() {
    Path high = folders().repeats("high", 0, SIX);
    Path low = folders().repeats("low", 0, LOWER);

    assertThat(only(Folders.compare(high, low)).finding()).isEqualTo(Finding.BETTER);
    assertThat(only(Folders.compare(low, high)).finding()).isEqualTo(Finding.WORSE);
    assertThat(Folders.compare(high, low).anyWorse()).isFalse();
    assertThat(Folders.compare(low, high).anyWorse()).isTrue();
  }

  @Test
  void higherAccuracyIsBetter() throws Exception {
    List<String> both =
        List.of(
            folders().repeats("high", 0, SIX).toString(),
            folders().repeats("low", 0, LOWER).toString());
    CompareRequest request =
        new CompareRequest(both, Optional.empty(), Optional.of("accuracy"), OptionalDouble.empty());

    assertThat(only(ResultsComparison.of(request)).finding()).isEqualTo(Finding.WORSE);
  }

  @Test
  void otherSeedsAreNotPaired() {
    Comparison one =
        only(
            Folders.compare(
                folders().repeats("high", 0, SIX), folders().repeats("low", 50, LOWER)));

    assertThat(one.values().paired()).isFalse();
    TTestResult welch = (TTestResult) one.values().student();
    assertThat(welch.degreesOfFreedom()).isBetween(5.0, 10.0);
    assertThat(one.values().ranks().pValueIfTested().getAsDouble())
        .isCloseTo(2.0 / 924, within(1e-15));
  }

  @Test
  void seedsAreComparedByTheirPurposeWhateverOthersThereAre() throws Exception {
    Path first = folders().repeats("first", 0, "0.1", "0.2", "0.3");
    Path second = folders().repeats("second", 0, "0.3", "0.1", "0.2");
    Path file = second.resolve("summary.csv");
    String without = Files.readString(file).replace("split_seed,", "").replace(",,", ",");
    Files.writeString(file, without);

    assertThat(only(Folders.compare(first, second)).values().paired()).isTrue();
  }

  @Test
  void fivePairsCannotConvinceWilcoxon() {
    ResultsComparison all =
        Folders.compare(
            folders().repeats("high", 0, "0.3", "0.31", "0.32", "0.33", "0.34"),
            folders().repeats("low", 0, "0.1", "0.12", "0.11", "0.13", "0.15"));

    assertThat(only(all).values().ranks().pValueIfTested()).hasValue(0.0625);
    assertThat(CompareReport.of(all, ""))
        .contains("With 5 pairs Wilcoxon's test cannot go below p = 0.0625")
        .contains("Wilcoxon's signed-rank test alone does not show it (p = 0.0625).");
  }

  @Test
  void aPairWithADivergedRunIsLeftOutAndCounted() {
    ResultsComparison all =
        Folders.compare(
            folders().repeats("first", 0, "0.3", "diverged", "0.32", "0.33"),
            folders().repeats("second", 0, "0.2", "0.2", "pruned", "0.23"));
    Comparison one = only(all);

    assertThat(one.values().first().values()).containsExactly(0.3, 0.33);
    assertThat(one.values().second().values()).containsExactly(0.2, 0.23);
    assertThat(one.firstLeftOut()).isEqualTo(2);
    assertThat(one.secondLeftOut()).isEqualTo(2);
    assertThat(one.first().sample(all.measure()).values()).containsExactly(0.3, 0.32, 0.33);
    assertThat(CompareReport.of(all, "")).contains("1 diverged", "1 pruned");
  }

  @Test
  void divergingMoreOftenIsWorseOnlyIfATestShowsIt() {
    Path fine = folders().repeats("fine", 0, SIX);
    Path often =
        folders()
            .repeats(
                "often", 0, "diverged", "diverged", "diverged", "diverged", "diverged", "diverged");
    Path once = folders().repeats("once", 0, "diverged", "0.31", "0.32", "0.33", "0.34", "0.35");

    assertThat(only(Folders.compare(fine, often)).divergesMore()).isTrue();
    assertThat(only(Folders.compare(often, fine)).divergesLess()).isTrue();
    assertThat(Folders.compare(fine, often).anyWorse()).isTrue();
    assertThat(Folders.compare(fine, once).anyWorse()).isFalse();
    assertThat(CompareReport.answer(Folders.compare(fine, often)))
        .contains("`often` diverged in 6 of 6 runs, `fine` in 0 of 6, more often (p = 0.0313).");
  }

  @Test
  void singleRunsAreNotTestedAndTheReportSaysWhatToDo() {
    ResultsComparison all =
        Folders.compare(folders().repeats("old", 0, "0.3"), folders().repeats("new", 0, "0.2"));

    assertThat(only(all).finding()).isEqualTo(Finding.NOT_TESTED);
    assertThat(all.unanswered()).isTrue();
    assertThat(CompareReport.of(all, ""))
        .contains("**No test between `new` and `old` is possible**", "`sweep: {repeats: 10}`")
        .doesNotContain("better", "worse", "## Tests");
  }

  @Test
  void theSameValuesAreIdenticalAndNotWorse() {
    ResultsComparison all =
        Folders.compare(folders().repeats("one", 0, SIX), folders().repeats("two", 0, SIX));

    assertThat(only(all).finding()).isEqualTo(Finding.IDENTICAL);
    assertThat(all.unanswered()).isFalse();
    assertThat(CompareReport.answer(all)).contains("the same final loss", "6 pairs");
  }

  @Test
  void whereEveryPairDiffersByTheSameTheRankTestDecides() {
    Comparison one =
        only(
            Folders.compare(
                folders().repeats("high", 0, "0.5", "0.5", "0.5", "0.5", "0.5", "0.5"),
                folders().repeats("low", 0, "0.25", "0.25", "0.25", "0.25", "0.25", "0.25")));

    assertThat(one.values().student()).isInstanceOf(NotTestable.class);
    assertThat(one.corrected().deciding()).hasValue(0.03125);
    assertThat(one.finding()).isEqualTo(Finding.BETTER);
  }

  @Test
  void holmCorrectsOverAllComparisonsOfTheTable() {
    Path first = folders().repeats("first", 0, SIX);
    Path second = folders().repeats("second", 0, LOWER);
    Path third = folders().repeats("third", 0, "0.31", "0.29", "0.33", "0.34", "0.33", "0.36");

    ResultsComparison all = Folders.compare(first, second, third);

    assertThat(all.comparisons()).hasSize(3);
    double smallest =
        all.comparisons().stream()
            .mapToDouble(one -> one.values().deciding().pValueIfTested().getAsDouble())
            .min()
            .getAsDouble();
    assertThat(all.comparisons())
        .anyMatch(one -> one.corrected().deciding().getAsDouble() == 3 * smallest);
  }

  @Test
  void aBaselineIsComparedWithAllOthersOnly() {
    Path sweep =
        folders()
            .sweep(
                "sweep",
                0,
                "sweep: {grid: {network.init.weights: [he, xavier, {normal: {std: 2}}]},"
                    + " repeats: 2}",
                "0.1",
                "0.2",
                "0.3",
                "0.4",
                "0.5",
                "0.7");

    ResultsComparison all =
        Folders.compare(Optional.of("weights=xavier"), List.of(sweep.toString()));

    assertThat(all.comparisons())
        .extracting(one -> one.second().name() + " : " + one.first().name())
        .containsExactly(
            "weights=he : weights=xavier", "weights={normal: {std: 2}} : weights=xavier");
  }

  @Test
  void overlappingTrainingSetsWidenTheInterval() throws Exception {
    List<String> both =
        List.of(
            folders().repeats("high", 0, SIX).toString(),
            folders().repeats("low", 0, LOWER).toString());
    CompareRequest overlapping =
        new CompareRequest(both, Optional.empty(), Optional.empty(), OptionalDouble.of(0.25));

    TTestResult corrected =
        (TTestResult) only(ResultsComparison.of(overlapping)).values().student();
    TTestResult plain =
        (TTestResult)
            only(Folders.compare(Path.of(both.get(0)), Path.of(both.get(1)))).values().student();

    double ratio = Math.sqrt((1.0 / 6 + 0.25) / (1.0 / 6));
    assertThat(corrected.standardError()).isCloseTo(plain.standardError() * ratio, within(1e-15));
    assertThat(only(ResultsComparison.of(overlapping)).corrected().ranks()).isEmpty();
  }

  @Test
  void crossValidationsAreKnownToOverlap() throws Exception {
    String folds = "sweep: {repeats: 1}";
    Path high = folded("high", folds, 3, "0.5", "0.6", "0.7");
    Path low = folded("low", folds, 3, "0.1", "0.3", "0.2");
    TTestResult corrected = (TTestResult) only(Folders.compare(high, low)).values().student();
    // Differences 0.4, 0.3, 0.5: s = 0.1; six test samples or seven of twenty, the first fold's
    // seven.
    assertThat(corrected.standardError())
        .isCloseTo(0.1 * Math.sqrt(1.0 / 3 + 7.0 / 13), within(1e-15));
    assertThat(Folders.compare(high, low).testToTrainingRatio()).hasValue(7.0 / 13);
    Path fewer = folded("fewer", folds, 2, "0.1", "0.3");
    assertThat(Folders.compare(high, fewer).testToTrainingRatio()).isEmpty();
    assertThat(only(Folders.compare(high, fewer)).values().paired()).isFalse();
  }

  /** A cross-validation whose folds have the same seeds in all folders. */
  private Path folded(String name, String sweep, int k, String... losses) throws IOException {
    Path folder = folders().sweep(name, 0, sweep, losses);
    Path file = folder.resolve("experiment.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("seed: 3}", "seed: 3, folds: {k: " + k + "}}"));
    return folder;
  }

  @Test
  void overlappingTrainingSetsNeedPairs() {
    List<String> both =
        List.of(
            folders().repeats("high", 0, SIX).toString(),
            folders().repeats("low", 50, LOWER).toString());
    CompareRequest request =
        new CompareRequest(both, Optional.empty(), Optional.empty(), OptionalDouble.of(0.25));

    assertThatThrownBy(() -> ResultsComparison.of(request))
        .isInstanceOf(NotComparableException.class)
        .hasMessageContaining("high and low have different seeds");
  }

  /** By ttest_rel, wilcoxon, ttest_ind and mannwhitneyu of SciPy 1.10 from the same files. */
  @ParameterizedTest
  @CsvSource({
    "five_slow, five_fast, 0.0001247260352415954, 0.0625",
    "five_slow, five_elsewhere, 0.02112111864784305, 0.05555555555555555",
    "initial_values:1, initial_values:2, 1.2437683739617661e-05, 0.015625",
    "initial_values:1, initial_values:3, 1.9037744931302994e-05, 0.0078125",
    "initial_values:2, initial_values:3, 0.6358224044492873, 0.578125"
  })
  void pValuesAreThoseOfSciPy(String first, String second, double student, double ranks) {
    String fixtures = "src/test/resources/compare/";
    Comparison one =
        only(Folders.compare(Optional.empty(), List.of(fixtures + first, fixtures + second)));

    assertThat(one.values().student().pValueIfTested().getAsDouble())
        .isCloseTo(student, withinPercentage(1e-9));
    assertThat(one.values().ranks().pValueIfTested().getAsDouble())
        .isCloseTo(ranks, withinPercentage(1e-9));
  }

  @Test
  void aRunWithoutAFiniteNumberDoesNotCount() {
    ResultsComparison all =
        Folders.compare(
            folders().repeats("one", 0, "0.3", "1e400", "0.4"),
            folders().repeats("two", 0, "0.3", "0.2", "0.5"));

    assertThat(only(all).values().first().values()).containsExactly(0.3, 0.4);
    assertThat(CompareReport.of(all, "")).contains("1 without a number");
  }

  @Test
  void curvesPartAtTheFirstEpochThatDiffersInAnyBit() {
    Path one = folders().repeats("one", 0, "0.3");
    Path two = folders().repeats("two", 0, "0.2");
    Folders.history(one, new double[] {0.7, 0.5, 0.4, 0.3});
    Folders.history(two, new double[] {0.7, 0.5, Math.nextUp(0.4), 0.2, 0.1});

    Parting parting = Folders.compare(one, two).partings().get(0);

    assertThat(parting.parted()).contains(new Parting.Epoch(2, 0.4, Math.nextUp(0.4)));
    assertThat(parting.end()).isEqualTo(new Parting.Epoch(3, 0.3, 0.2));
    assertThat(parting.sameSeeds()).isTrue();
  }

  @Test
  void equalCurvesNeverPart() {
    Path one = folders().repeats("one", 0, "0.3");
    Path two = folders().repeats("two", 0, "0.3");
    Folders.history(one, new double[] {0.7, Double.NaN});
    Folders.history(two, new double[] {0.7, Double.NaN});

    ResultsComparison all = Folders.compare(one, two);

    assertThat(all.partings().get(0).parted()).isEmpty();
    assertThat(CompareReport.of(all, "")).contains("never");
  }

  @Test
  void differentLossesAndDataAreCalledSo() throws Exception {
    ResultsComparison all = Folders.compare(Path.of("results/sine"), Path.of("results/xor"));

    assertThat(CompareReport.of(all, ""))
        .contains("**The losses are different functions**", "**The data are different**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary.csv", "history.csv"})
  void tablesThatHaveGrownToGigabytesAreNoTables(String name) throws IOException {
    Path high = folders().repeats("high", 0, SIX);
    Path low = folders().repeats("low", 0, LOWER);
    try (RandomAccessFile file = new RandomAccessFile(low.resolve(name).toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThatThrownBy(() -> Folders.compare(high, low)).hasMessageContaining(name);
  }
}
