package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Halving;
import lockstep.config.Recording;
import lockstep.expectation.ExpectationCheck;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepRunTest {
  /** More than a matrix can hold. */
  private static final long TOO_MANY = 3_000_000_000L;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anyNumberOfWorkersGivesTheRecordsOfTrialsRunAlone(int workers) throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    List<TrialRecord> alone = new ArrayList<>();
    for (ExperimentSpec spec : sweep.specs()) {
      TrialResult result = Trial.run(spec, TrainingObserver.NONE);
      alone.add(TrialRecord.of(result, ExpectationCheck.of(result), sweep.recording()));
    }
    assertThat(alone).extracting(TrialRecord::ending).anyMatch(Ending::diverged);
    try (TrialStore store = Journal.temporary()) {
      SweepOutcome outcome = Sweeps.run(sweep, store, workers);
      assertThat(outcome.ran()).isEqualTo(20);
      assertThat(Sweeps.records(outcome)).isEqualTo(alone);
    }
  }

  @Test
  void aSecondRunRunsNothing() throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    try (TrialStore store = Journal.temporary()) {
      List<TrialRecord> first = Sweeps.records(Sweeps.run(sweep, store, 2));
      SweepOutcome second = Sweeps.run(sweep, store, 3);
      assertThat(second.ran()).isZero();
      assertThat(Sweeps.records(second)).isEqualTo(first);
    }
  }

  @Test
  void aGrownSweepRunsOnlyWhatIsNew() throws Exception {
    Sweeps.Given grown = Sweeps.rates(folder);
    Sweeps.Given before =
        new Sweeps.Given(grown.specs().subList(3, 9), grown.recording(), grown.halving());
    try (TrialStore store = Journal.temporary()) {
      Sweeps.run(before, store, 2);
      assertThat(Sweeps.run(grown, store, 2).ran()).isEqualTo(14);
    }
  }

  @Test
  void anotherRecordingRunsTheTrialsAgain() throws Exception {
    Sweeps.Given sweep = Sweeps.of(folder, Sweeps.MOONS, "seed=1");
    try (TrialStore store = Journal.temporary()) {
      Sweeps.run(sweep, store, 1);
      SweepOutcome thin = Sweeps.run(sweep.recorded(new Recording.Every(5)), store, 1);
      assertThat(thin.ran()).isEqualTo(1);
      assertThat(Sweeps.records(thin).get(0).history())
          .extracting(TrialRecord.Row::epoch)
          .containsExactly(0, 5, 10, 12);
    }
  }

  @Test
  void changedExpectationsAreCheckedAgain() throws Exception {
    String[] trial = {"seed=1"};
    try (TrialStore store = Journal.temporary()) {
      Sweeps.run(Sweeps.of(folder, Sweeps.MOONS, trial), store, 1);
      String expecting = Sweeps.MOONS + "expect: [{verdict: diverged}]\n";
      SweepOutcome outcome = Sweeps.run(Sweeps.of(folder, expecting, trial), store, 1);
      assertThat(Sweeps.records(outcome).get(0).failures()).hasSize(1);
    }
  }

  @Test
  void equalTrialsRunOnce() throws Exception {
    String[] same = {"seed=1", "seed=1", "seed=1", "seed=1", "seed=1", "seed=1", "seed=1"};
    try (TrialStore store = Journal.temporary()) {
      SweepOutcome outcome = Sweeps.run(Sweeps.of(folder, Sweeps.MOONS, same), store, 7);
      assertThat(outcome.ran()).isEqualTo(1);
      assertThat(Sweeps.records(outcome)).hasSize(7).containsOnly(Sweeps.records(outcome).get(0));
    }
  }

  @Test
  void aStoppedSweepGoesOnWhereItWas() throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    Path path = folder.resolve("journal");
    List<TrialRecord> undisturbed = new ArrayList<>();
    try (TrialStore store = Journal.temporary()) {
      undisturbed.addAll(Sweeps.records(Sweeps.run(sweep, store, 2)));
    }
    int done;
    try (Journal store = Journal.open(path)) {
      stopAfter(5, sweep, store);
      done = store.size();
      assertThat(done).isBetween(5, 19);
    }
    try (Journal store = Journal.open(path)) {
      SweepOutcome outcome = Sweeps.run(sweep, store, 3);
      assertThat(outcome.ran()).isEqualTo(20 - done);
      assertThat(Sweeps.records(outcome)).isEqualTo(undisturbed);
    }
  }

  private static void stopAfter(int trials, Sweeps.Given sweep, TrialStore store) {
    AtomicInteger finished = new AtomicInteger();
    AtomicReference<SweepRun> run = new AtomicReference<>();
    SweepObserver stopper =
        new SweepObserver() {
          @Override
          public void finished(int trial, TrialRecord record) {
            if (finished.incrementAndGet() == trials) {
              run.get().stop();
            }
          }
        };
    run.set(new SweepRun(sweep, store, new SweepSettings(2, false), stopper));
    assertThatThrownBy(() -> run.get().run()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptGivesUpATrialInTheMiddle() throws Exception {
    Sweeps.Given longOne = Sweeps.of(folder, Sweeps.MOONS, "training.epochs=5000000");
    Thread caller = Thread.currentThread();
    SweepObserver interrupter =
        new SweepObserver() {
          @Override
          public void started(int trial) {
            caller.interrupt();
          }
        };
    try (TrialStore store = Journal.temporary()) {
      SweepRun run = new SweepRun(longOne, store, new SweepSettings(2, false), interrupter);
      assertThatThrownBy(run::run).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void aFailingTrialIsRecordedAndTheRestGoesOn() throws Exception {
    Sweeps.Given sweep = withSamples(Sweeps.rates(folder), 4, TOO_MANY);
    try (TrialStore store = Journal.temporary()) {
      SweepOutcome outcome = Sweeps.run(sweep, store, 2);
      assertThat(outcome.failed()).isEqualTo(1);
      List<TrialRecord> records = Sweeps.records(outcome);
      assertThat(records.get(4).ending().failed()).isTrue();
      assertThat(records.get(4).ending().cause().orElseThrow()).isNotBlank();
      assertThat(records).filteredOn(record -> !record.ending().failed()).hasSize(19);
      assertThat(Sweeps.run(sweep, store, 2).ran()).as("tried again").isEqualTo(1);
    }
  }

  @Test
  void aTrialWithoutEnoughMemoryBesideOthersIsRunOnceMoreAlone() throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    try (TrialStore plenty = Journal.temporary();
        TrialStore store = Journal.temporary()) {
      List<TrialRecord> records = Sweeps.records(Sweeps.run(sweep, plenty, 1));
      TrialStore tight = new TightStore(store, sweep, 4, 1);
      SweepOutcome outcome = Sweeps.run(sweep, tight, 3);
      assertThat(outcome.failed()).isZero();
      assertThat(Sweeps.records(outcome)).isEqualTo(records);
    }
  }

  @Test
  void aTrialWithoutEnoughMemoryAloneHasFailed() throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    try (TrialStore store = Journal.temporary()) {
      SweepOutcome outcome = Sweeps.run(sweep, new TightStore(store, sweep, 4, 2), 3);
      assertThat(outcome.failed()).isEqualTo(1);
      assertThat(Sweeps.records(outcome).get(4).ending().cause())
          .contains("java.lang.OutOfMemoryError: for a test");
    }
  }

  /** There is not enough memory for a trial, some times. */
  private static final class TightStore implements TrialStore {
    private final TrialStore store;
    private final String key;
    private final AtomicInteger times;

    TightStore(TrialStore store, Sweeps.Given sweep, int trial, int times) {
      this.store = store;
      this.key = TrialKey.of(sweep.spec(trial), sweep.recording());
      this.times = new AtomicInteger(times);
    }

    @Override
    public Optional<TrialRecord> find(String digest) throws IOException {
      return store.find(digest);
    }

    @Override
    public boolean has(String digest) {
      return store.has(digest);
    }

    @Override
    public void put(String digest, TrialRecord record) throws IOException {
      if (digest.equals(key) && times.getAndDecrement() > 0) {
        throw new OutOfMemoryError("for a test");
      }
      store.put(digest, record);
    }

    @Override
    public void sync() throws IOException {
      store.sync();
    }

    @Override
    public void close() throws IOException {
      store.close();
    }
  }

  @Test
  void failFastLeavesTheRestUndone() throws Exception {
    Sweeps.Given sweep = withSamples(Sweeps.rates(folder), 0, TOO_MANY);
    try (TrialStore store = Journal.temporary()) {
      SweepSettings settings = new SweepSettings(1, true);
      SweepOutcome outcome = new SweepRun(sweep, store, settings, SweepObserver.NONE).run();
      assertThat(outcome.results()).isEmpty();
      assertThat(outcome.failed()).isEqualTo(1);
    }
  }

  @Test
  void aStoreThatRefusesEndsTheSweep() throws Exception {
    Journal store = Journal.open(folder.resolve("journal"));
    store.close();
    Sweeps.Given sweep = Sweeps.rates(folder);
    assertThatThrownBy(() -> Sweeps.run(sweep, store, 2)).isInstanceOf(IOException.class);
  }

  @Test
  void theObserverLearnsOfEveryTrialOnce() throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder);
    Set<Integer> started = new ConcurrentSkipListSet<>();
    Set<Integer> finished = new ConcurrentSkipListSet<>();
    Set<Integer> known = new ConcurrentSkipListSet<>();
    SweepObserver observer =
        new SweepObserver() {
          @Override
          public void known(int trial) {
            assertThat(known.add(trial)).isTrue();
          }

          @Override
          public void started(int trial) {
            assertThat(started.add(trial)).isTrue();
          }

          @Override
          public void finished(int trial, TrialRecord record) {
            assertThat(finished.add(trial)).isTrue();
          }
        };
    SweepSettings settings = new SweepSettings(3, false);
    try (TrialStore store = Journal.temporary()) {
      new SweepRun(sweep, store, settings, observer).run();
      assertThat(started).hasSize(20).isEqualTo(finished);
      assertThat(known).isEmpty();
      new SweepRun(sweep, store, settings, observer).run();
      assertThat(known).hasSize(20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void halvingDoesNotDependOnWorkers(int workers) throws Exception {
    Sweeps.Given sweep = Sweeps.rates(folder).halved(new Halving("test_loss", List.of(2, 6), 0.25));
    try (TrialStore one = Journal.temporary();
        TrialStore other = Journal.temporary()) {
      List<TrialRecord> records = Sweeps.records(Sweeps.run(sweep, other, workers));
      assertThat(records).isEqualTo(Sweeps.records(Sweeps.run(sweep, one, 1)));
      assertThat(endings(records)).contains("pruned", "diverged", "completed");
    }
  }

  @Test
  void aPrunedTrialKeepsItsHistoryUpToItsRung() throws Exception {
    String[] rates = new String[8];
    for (int trial = 0; trial < rates.length; trial++) {
      rates[trial] = "training.learning_rate=0." + (trial + 1);
    }
    Sweeps.Given sweep =
        Sweeps.of(folder, Sweeps.MOONS, rates).halved(new Halving("loss", List.of(3, 5), 0.5));
    try (TrialStore store = Journal.temporary()) {
      SweepOutcome outcome = Sweeps.run(sweep, store, 2);
      assertThat(outcome.ran()).isEqualTo(8 + 4 + 2);
      List<TrialRecord> records = Sweeps.records(outcome);
      assertThat(records)
          .extracting(TrialRecord::lastEpoch)
          .containsExactlyInAnyOrder(3, 3, 3, 3, 5, 5, 12, 12);
      for (TrialRecord record : records) {
        boolean whole = record.lastEpoch() == 12;
        assertThat(record.history()).hasSize(record.lastEpoch() + 1);
        assertThat(record.ending().word()).isEqualTo(whole ? "completed" : "pruned");
        assertThat(record.ending().at())
            .isEqualTo(whole ? OptionalInt.empty() : OptionalInt.of(record.lastEpoch()));
      }
      assertThat(Sweeps.run(sweep, store, 2).ran()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void halvingKeepsTheConfigurationsWithTheBestMeansAndAllTheirRepeats(int workers)
      throws Exception {
    String text =
        Sweeps.MOONS
            + """
            sweep:
              repeats: 3
              grid: {training.learning_rate: [0.01, 0.3, 0.1, 1, 3, 0.03]}
              halving: {rungs: [4], keep: 0.5}
            """;
    Path file = Files.writeString(folder.resolve("halved.yaml"), text);
    Experiment sweep = ExperimentFile.read(file, List.of()).experiment().orElseThrow();
    try (TrialStore store = Journal.temporary()) {
      List<TrialRecord> records = Sweeps.records(Sweeps.run(sweep, store, workers));
      double[] sums = new double[6];
      for (int trial = 0; trial < 18; trial++) {
        sums[trial / 3] += records.get(trial).history().get(4).values()[0];
      }
      List<Integer> best =
          IntStream.range(0, 6)
              .boxed()
              .sorted(Comparator.comparingDouble(configuration -> sums[configuration]))
              .limit(3)
              .toList();
      for (int trial = 0; trial < 18; trial++) {
        String word = best.contains(trial / 3) ? "completed" : "pruned";
        assertThat(records.get(trial).ending().word()).isEqualTo(word);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'', validation_loss", "', metric: loss', loss"})
  void halvingRanksBySamplesThatAreThereToChooseBy(String asked, String column) throws Exception {
    Path file = Files.writeString(folder.resolve("chosen.yaml"), choosing(asked));
    Experiment sweep = ExperimentFile.read(file, List.of()).experiment().orElseThrow();
    assertThat(sweep.halving().orElseThrow().metric()).isEqualTo(column);
    try (TrialStore store = Journal.temporary()) {
      List<TrialRecord> records = Sweeps.records(Sweeps.run(sweep, store, 2));
      int other = 1 - best(records, column);
      assertThat(best(records, "loss")).isNotEqualTo(best(records, "validation_loss"));
      assertThat(records.get(other).ending().word()).isEqualTo("pruned");
      assertThat(records.get(1 - other).ending().word()).isEqualTo("completed");
    }
  }

  /** A slow rate and one that learns the noise of few samples by heart. */
  private static String choosing(String asked) {
    return """
    data: {generator: moons, samples: 24, noise: 0.6, split: {validation_size: 0.5}}
    network: {layers: [2, 16, 1]}
    training: {loss: bce, learning_rate: 0.1, epochs: 300}
    sweep:
      grid: {training.learning_rate: [0.05, 2]}
      halving: {rungs: [250]%s}
    """
        .formatted(asked);
  }

  private static int best(List<TrialRecord> records, String column) {
    int at =
        records.get(0).measures().stream()
            .map(TrialRecord.Measure::column)
            .toList()
            .indexOf(column);
    return IntStream.range(0, records.size())
        .boxed()
        .min(
            Comparator.comparingDouble(trial -> records.get(trial).history().get(250).values()[at]))
        .orElseThrow();
  }

  private static List<String> endings(List<TrialRecord> records) {
    return records.stream().map(record -> record.ending().word()).toList();
  }

  private static Sweeps.Given withSamples(Sweeps.Given sweep, int trial, long samples) {
    List<ExperimentSpec> specs = new ArrayList<>(sweep.specs());
    specs.set(trial, Sweeps.sized(specs.get(trial), samples));
    return new Sweeps.Given(specs, sweep.recording(), sweep.halving());
  }
}
