package lockstep.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Reading;
import lockstep.config.Search;
import lockstep.decimal.DecimalGrid;
import lockstep.experiment.Trial;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.SweepSettings;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialStore;
import lockstep.training.TrainingObserver;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRunTest {
  /** One weight without a bias: the loss is a parabola in it. */
  private static final String PARABOLA =
      """
      data: {generator: linear, samples: 20}
      network: {layers: [1, 1], activations: identity, biases: off}
      training: {loss: mse, epochs: 3000, explosion_factor: 2}
      record: none
      """;

  @TempDir private Path folder;

  private Experiment experiment(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("parabola.yaml"), text);
    Reading reading = ExperimentFile.read(file, List.of());
    assertThat(reading.problems()).isEmpty();
    return reading.experiment().orElseThrow();
  }

  private Experiment searching(String search, String sweep) throws IOException {
    return experiment(
        PARABOLA + "sweep: " + sweep + "\nsearch: {largest_stable: " + search + "}\n");
  }

  private static SearchOutcome run(Experiment experiment, TrialStore store, int workers)
      throws Exception {
    SweepSettings settings = new SweepSettings(workers, false);
    return new SearchRun(experiment, store, settings, SweepObserver.NONE).run();
  }

  private static List<Finding> findings(Experiment experiment) throws Exception {
    try (TrialStore store = Journal.temporary()) {
      return run(experiment, store, 1).results().orElseThrow().findings();
    }
  }

  private static BigDecimal value(Ended ended) {
    return ended.attempt().value();
  }

  /** The curvature of mean((w·x - y)²) is λ = 2 mean(x²); steps below 2/λ approach the minimum. */
  private static double limit(ExperimentSpec spec) {
    RealMatrix inputs = Trial.run(spec, TrainingObserver.NONE).data().train().inputs();
    double sum = 0;
    for (double x : inputs.getColumn(0)) {
      sum += x * x;
    }
    return inputs.getRowDimension() / sum;
  }

  @Test
  void theLimitOfAParabolaIsTwoOverItsCurvature() throws Exception {
    Experiment experiment = searching("{low: 0.01, high: 100, digits: 3}", "{repeats: 3}");

    List<Finding> findings = findings(experiment);

    assertThat(findings).hasSize(3);
    for (Finding finding : findings) {
      double limit = limit(experiment.spec(finding.search()));
      BigDecimal stable = value(finding.stable().orElseThrow());
      BigDecimal unstable = value(finding.unstable().orElseThrow());
      assertThat(finding.kind()).isEqualTo(Finding.Kind.BRACKETED);
      assertThat(stable.doubleValue()).isLessThan(limit);
      assertThat(unstable.doubleValue()).isGreaterThan(limit);
      DecimalGrid grid = new DecimalGrid(3);
      assertThat(grid.index(unstable)).isEqualTo(grid.index(stable) + 1);
    }
  }

  @Test
  void repeatsHaveOtherDataAndSoOtherLimits() throws Exception {
    List<Finding> findings =
        findings(searching("{low: 0.01, high: 100, digits: 3}", "{repeats: 3}"));

    assertThat(findings.stream().map(one -> value(one.stable().orElseThrow())))
        .doesNotHaveDuplicates();
  }

  @Test
  void configurationsAreSearchedOnTheirOwn() throws Exception {
    Experiment experiment =
        searching("{low: 0.01, high: 100, digits: 2}", "{grid: {data.seed: [1, 2]}, repeats: 2}");

    List<Finding> findings = findings(experiment);

    assertThat(findings).hasSize(4);
    for (Finding finding : findings) {
      double limit = limit(experiment.spec(finding.search()));
      assertThat(value(finding.stable().orElseThrow()).doubleValue()).isLessThan(limit);
      assertThat(value(finding.unstable().orElseThrow()).doubleValue()).isGreaterThan(limit);
    }
  }

  @Test
  void theEndsAreTriedFirst() throws Exception {
    List<Ended> ended =
        findings(searching("{low: 0.01, high: 100, digits: 1}", "{repeats: 1}")).get(0).ended();

    assertThat(value(ended.get(0))).isEqualByComparingTo("0.01");
    assertThat(value(ended.get(1))).isEqualByComparingTo("100");
    assertThat(value(ended.get(2))).isEqualByComparingTo("1");
  }

  @Test
  void aLowEndThatIsNotStableIsTheOnlyTrial() throws Exception {
    Finding finding = findings(searching("{low: 50, high: 100}", "{}")).get(0);

    assertThat(finding.kind()).isEqualTo(Finding.Kind.NEVER_STABLE);
    assertThat(finding.ended()).hasSize(1);
    assertThat(finding.stable()).isEmpty();
  }

  @Test
  void aStableHighEndEndsTheSearch() throws Exception {
    Finding finding = findings(searching("{low: 0.001, high: 0.01}", "{}")).get(0);

    assertThat(finding.kind()).isEqualTo(Finding.Kind.ALWAYS_STABLE);
    assertThat(finding.ended()).hasSize(2);
    assertThat(finding.unstable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void noSearchTakesMoreTrialsThanPlanned(int digits) throws Exception {
    Experiment experiment =
        searching("{low: 0.01, high: 100, digits: " + digits + "}", "{repeats: 2}");

    for (Finding finding : findings(experiment)) {
      assertThat(finding.ended())
          .hasSizeLessThanOrEqualTo(experiment.search().orElseThrow().mostTrials());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1, 2", "1, 3, 1, 3", "1, 10, 1, 6", "0.01, 100, 3, 14"})
  void halvingTellsTheMostTrials(String low, String high, int digits, int most) {
    assertThat(
            new Search.LargestStable("k", new BigDecimal(low), new BigDecimal(high), digits)
                .mostTrials())
        .isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void anyNumberOfWorkersFindsTheSame(int workers) throws Exception {
    Experiment experiment = searching("{low: 0.01, high: 100}", "{repeats: 4}");
    try (TrialStore one = Journal.temporary();
        TrialStore many = Journal.temporary()) {
      assertThat(records(run(experiment, many, workers)))
          .isEqualTo(records(run(experiment, one, 1)));
    }
  }

  private static List<TrialRecord> records(SearchOutcome outcome) throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    outcome.results().orElseThrow().trials().forEach(entry -> records.add(entry.record()));
    return records;
  }

  @Test
  void aStoppedSearchGoesOnWhereItWas() throws Exception {
    Experiment experiment = searching("{low: 0.01, high: 100}", "{repeats: 2}");
    List<Finding> undisturbed = findings(experiment);
    int all = undisturbed.stream().mapToInt(one -> one.ended().size()).sum();
    Path file = folder.resolve("journal");
    int kept = 9;
    try (Journal journal = Journal.open(file)) {
      Thread running = Thread.currentThread();
      SweepObserver interrupter =
          new SweepObserver() {
            private int finished;

            @Override
            public void finished(int trial, TrialRecord record) {
              finished++;
              if (finished == kept) {
                running.interrupt();
              }
            }
          };
      SearchRun first =
          new SearchRun(experiment, journal, new SweepSettings(1, false), interrupter);
      assertThat(catchThrowable(first::run)).isInstanceOf(InterruptedException.class);
    }

    try (Journal journal = Journal.open(file)) {
      List<SearchPlan.Row> rows = new SearchPlan(experiment, Optional.of(journal)).rows();
      int known = rows.stream().mapToInt(SearchPlan.Row::known).sum();
      assertThat(known).isBetween(kept, all - 1);
      SearchOutcome outcome = run(experiment, journal, 2);
      assertThat(outcome.ran()).isEqualTo(all - known);
      assertThat(outcome.results().orElseThrow().findings()).isEqualTo(undisturbed);
    }
  }
}
