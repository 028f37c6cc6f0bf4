package lockstep.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.SweepOutcome;
import lockstep.sweep.SweepResults;
import lockstep.sweep.SweepRun;
import lockstep.sweep.SweepSettings;
import lockstep.sweep.TrialStore;

/**
 * The searches of all configurations and repeats, step by step: their next trials run side by side,
 * as a sweep. What is found depends on the experiment alone; trials that the store has are not run
 * again, so that a search which was killed goes on from there.
 */
public final class SearchRun {
  private final Experiment experiment;
  private final TrialStore store;
  private final SweepSettings settings;
  private final SweepObserver observer;
  private final List<Bisection> searches;
  private int ran;
  private int failed;

  /**
   * Runs nothing yet.
   *
   * @param experiment one that searches for a largest stable value
   * @param store where finished trials are, and go
   * @param settings how many at a time
   * @param observer who is told of each trial; they are numbered anew at each step
   */
  public SearchRun(
      Experiment experiment, TrialStore store, SweepSettings settings, SweepObserver observer) {
    LargestStable search = (LargestStable) experiment.search().orElseThrow();
    this.experiment = experiment;
    this.store = store;
    this.settings = settings;
    this.observer = observer;
    this.searches =
        IntStream.range(0, experiment.trials()).mapToObj(n -> new Bisection(search, n)).toList();
  }

  /**
   * Runs everything that is missing, and waits until the disk has it.
   *
   * @throws IOException if the store refuses; what it has taken is kept
   * @throws InterruptedException if this thread was interrupted
   */
  public SearchOutcome run() throws IOException, InterruptedException {
    List<Bisection> open = searches;
    while (!open.isEmpty()) {
      if (!step(open)) {
        return new SearchOutcome(ran, failed, Optional.empty());
      }
      open = open.stream().filter(one -> one.next().isPresent()).toList();
    }
    List<Finding> findings = searches.stream().map(Bisection::finding).toList();
    return new SearchOutcome(ran, failed, Optional.of(results(findings)));
  }

  /** Runs the next trial of each search; tells whether all are there. */
  private boolean step(List<Bisection> open) throws IOException, InterruptedException {
    List<Attempt> attempts = open.stream().map(one -> one.next().orElseThrow()).toList();
    Attempts trials = new Attempts(experiment, attempts);
    SweepOutcome outcome = new SweepRun(trials, store, settings, observer).run();
    ran += outcome.ran();
    failed += outcome.failed();
    if (outcome.results().isEmpty()) {
      return false;
    }
    for (int i = 0; i < attempts.size(); i++) {
      open.get(i).tell(attempts.get(i), outcome.results().get().at(i).record());
    }
    return true;
  }

  private SearchResults results(List<Finding> findings) {
    List<Attempt> attempts = new ArrayList<>();
    findings.forEach(finding -> finding.ended().forEach(one -> attempts.add(one.attempt())));
    Attempts trials = new Attempts(experiment, attempts);
    return new SearchResults(findings, trials, SweepResults.of(trials, store));
  }
}
