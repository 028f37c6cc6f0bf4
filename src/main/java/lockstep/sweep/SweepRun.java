package lockstep.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.Halving;

/**
 * A sweep: runs the trials that its store lacks. What is in the store in the end depends on the
 * experiment alone, not on the number of workers, on time, or on what was there before.
 *
 * <p>With successive halving, the trials that are left run side by side up to each rung, from their
 * beginning; when the last of them is there, the configurations are ranked.
 */
public final class SweepRun {
  private final Experiment experiment;
  private final TrialStore store;
  private final Workers workers;
  private final Fates fates;

  /**
   * Runs nothing yet.
   *
   * @param experiment what to run
   * @param store where finished trials are, and go
   * @param settings how many at a time
   * @param observer who is told of each trial
   */
  public SweepRun(
      Experiment experiment, TrialStore store, SweepSettings settings, SweepObserver observer) {
    this.experiment = experiment;
    this.store = store;
    this.workers = new Workers(experiment, store, settings, observer);
    this.fates =
        new Fates(experiment.trials(), experiment.halving().map(Halving::rungs).orElse(List.of()));
  }

  /**
   * Runs everything that is missing, and waits until the disk has it.
   *
   * <p>If it is interrupted, what has finished is on the disk, and the next run goes on from there.
   *
   * @throws IOException if the store refuses; what it has taken is kept
   * @throws InterruptedException if this thread was interrupted, or {@link #stop} was called
   */
  public SweepOutcome run() throws IOException, InterruptedException {
    boolean complete;
    try {
      complete = allStages();
    } catch (InterruptedException interruption) {
      store.sync();
      throw interruption;
    }
    store.sync();
    Optional<SweepResults> results =
        complete
            ? Optional.of(new SweepResults(experiment, store, workers.keys(), fates))
            : Optional.empty();
    return new SweepOutcome(workers.ran(), workers.failed(), results);
  }

  /** Ends the sweep soon; may be called from any thread, and does not wait. */
  public void stop() {
    workers.interrupt();
  }

  private boolean allStages() throws IOException, InterruptedException {
    int[] left = IntStream.range(0, experiment.trials()).toArray();
    if (experiment.halving().isPresent()) {
      Halving halving = experiment.halving().get();
      for (int rung = 0; rung < halving.rungs().size(); rung++) {
        if (!workers.run(stage(left, OptionalInt.of(halving.rungs().get(rung))))) {
          return false;
        }
        left = climb(left, rung, halving);
      }
    }
    return workers.run(stage(left, OptionalInt.empty()));
  }

  /** Those of the trials that still have something to do. */
  private Stage stage(int[] left, OptionalInt until) {
    return new Stage(IntStream.of(left).filter(trial -> !fates.ended(trial)).toArray(), until);
  }

  /**
   * Ranks configurations at a rung. Trials that have ended by themselves count as they ended.
   *
   * @param left the trials of the configurations that are left
   * @return the trials of those that go on
   */
  private int[] climb(int[] left, int rung, Halving halving) throws IOException {
    int repeats = experiment.repeats();
    List<Standing> standings = new ArrayList<>();
    for (int first = 0; first < left.length; first += repeats) {
      List<TrialRecord> records = new ArrayList<>();
      for (int trial = left[first]; trial < left[first] + repeats; trial++) {
        records.add(atRung(trial, rung, halving));
      }
      standings.add(Standing.of(left[first] / repeats, records, halving.metric()));
    }
    int[] best =
        IntStream.of(Standing.best(standings, halving))
            .flatMap(one -> IntStream.range(one * repeats, (one + 1) * repeats))
            .toArray();
    endOthers(left, best, rung);
    return best;
  }

  /** What is known of a trial at a rung; notes if it ended before. */
  private TrialRecord atRung(int trial, int rung, Halving halving) throws IOException {
    OptionalInt until = OptionalInt.of(halving.rungs().get(rung));
    OptionalInt at = fates.ended(trial) ? fates.until(trial) : until;
    TrialRecord record = store.find(workers.keys().of(trial, at)).orElseThrow();
    if (!fates.ended(trial) && record.lastEpoch() < until.getAsInt()) {
      fates.ends(trial, rung);
    }
    return record;
  }

  private void endOthers(int[] left, int[] best, int rung) {
    int next = 0;
    for (int trial : left) {
      if (next < best.length && best[next] == trial) {
        next++;
      } else if (!fates.ended(trial)) {
        fates.ends(trial, rung);
      }
    }
  }
}
