package lockstep.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Search;
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
import lockstep.report.SweepInput;
import lockstep.report.SweepReport;
import lockstep.search.RangeRun;
import lockstep.search.SearchResults;
import lockstep.search.SearchRun;
import lockstep.sweep.Journal;
import lockstep.sweep.SweepChecks;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.SweepResults;
import lockstep.sweep.SweepRun;
import lockstep.sweep.SweepSettings;
import lockstep.sweep.TrialStore;
import lockstep.training.TrainingObserver;

/**
 * An experiment run afresh: what it expects is checked, and its results can be made, without a
 * results folder being looked at or written.
 *
 * @param <T> what is made of the outcome
 */
final class Rerun<T> {
  private final Experiment experiment;
  private final SweepSettings settings;
  private final Use<T> use;

  private Rerun(Experiment experiment, SweepSettings settings, Use<T> use) {
    this.experiment = experiment;
    this.settings = settings;
    this.use = use;
  }

  /**
   * What came out.
   *
   * @param expectations how many there are
   * @param checks all of them; of a sweep those that do not hold
   * @param results makes the files of a results folder, by relative path; only while it is used
   */
  record Outcome(int expectations, List<Check> checks, Results results) {}

  /** Makes the files of a results folder. */
  @FunctionalInterface
  interface Results {
    SortedMap<String, Content> files() throws IOException;
  }

  /** What is done with an outcome while the trials that it is made of are at hand. */
  @FunctionalInterface
  interface Use<T> {
    T of(Outcome outcome) throws IOException;
  }

  /**
   * Runs an experiment.
   *
   * @param experiment what to run
   * @param settings how its trials are run, if they are many
   * @param use what to make of the outcome
   * @throws IOException if there is no room for a temporary journal, or the run was interrupted
   */
  static <T> T of(Experiment experiment, SweepSettings settings, Use<T> use) throws IOException {
    Rerun<T> rerun = new Rerun<>(experiment, settings, use);
    Optional<Search> search = experiment.search();
    if (search.isEmpty() && !experiment.isSweep()) {
      return rerun.trial(experiment.spec(0));
    }
    return search.filter(Search.RangeTest.class::isInstance).isPresent()
        ? rerun.rangeTest()
        : rerun.manyTrials(search.isPresent());
  }

  private T trial(ExperimentSpec spec) throws IOException {
    TrialResult result = Trial.run(spec, TrainingObserver.NONE);
    List<Check> checks = ExpectationCheck.of(result);
    Configuration configuration = Configuration.of(spec, Numerics.VERSION);
    return use.of(
        new Outcome(
            checks.size(),
            checks,
            () -> Report.files(ReportInput.of(result, checks, configuration))));
  }

  private T rangeTest() throws IOException {
    RangeRun run = RangeRun.of(experiment, TrainingObserver.NONE);
    return use.of(
        new Outcome(0, List.of(), () -> RangeReport.of(experiment, run, Numerics.VERSION).files()));
  }

  /** Runs a sweep or a search into a journal that is thrown away. */
  private T manyTrials(boolean search) throws IOException {
    try (TrialStore store = Journal.temporary()) {
      return use.of(search ? search(store) : sweep(store));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interruption);
    }
  }

  private Outcome search(TrialStore store) throws IOException, InterruptedException {
    SearchResults results =
        new SearchRun(experiment, store, settings, SweepObserver.NONE)
            .run()
            .results()
            .orElseThrow();
    SearchInput input = SearchInput.of(experiment, results, Numerics.VERSION);
    return new Outcome(0, List.of(), () -> SearchReport.of(input).files());
  }

  private Outcome sweep(TrialStore store) throws IOException, InterruptedException {
    SweepResults trials =
        new SweepRun(experiment, store, settings, SweepObserver.NONE).run().results().orElseThrow();
    SweepInput input =
        SweepInput.of(experiment, trial -> trials.at(trial).record(), Numerics.VERSION);
    SweepChecks checks = SweepChecks.of(trials);
    return new Outcome(checks.expected(), checks.failed(), () -> SweepReport.of(input).files());
  }
}
