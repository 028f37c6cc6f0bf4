package lockstep.sweep;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import lockstep.config.Experiment;
import lockstep.config.TrialPoint;

/**
 * The trials of a finished sweep, read from its store one by one: none is held in memory. It can be
 * gone through as often as wanted, until the store is closed.
 */
public final class SweepResults {
  private final Experiment experiment;
  private final TrialStore store;
  private final Keys keys;
  private final Fates fates;

  SweepResults(Experiment experiment, TrialStore store, Keys keys, Fates fates) {
    this.experiment = experiment;
    this.store = store;
    this.keys = keys;
    this.fates = fates;
  }

  /**
   * Trials that are all in a store, each trained to its own end.
   *
   * @param experiment what they are the trials of
   * @param store where they are
   */
  public static SweepResults of(Experiment experiment, TrialStore store) {
    Fates fates = new Fates(experiment.trials(), List.of());
    return new SweepResults(experiment, store, new Keys(experiment), fates);
  }

  /**
   * One trial.
   *
   * @param trial from 0
   * @param point its configuration, repeat and values
   * @param record what came out
   */
  public record Entry(int trial, TrialPoint point, TrialRecord record) {}

  /** Somebody who is shown trials. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Looks at a trial.
     *
     * @throws IOException if what is made of it cannot be written
     */
    void visit(Entry entry) throws IOException;
  }

  /** How many trials there are. */
  public int trials() {
    return experiment.trials();
  }

  /**
   * One trial.
   *
   * @param trial from 0
   * @throws IOException if the store cannot be read
   */
  public Entry at(int trial) throws IOException {
    OptionalInt until = fates.until(trial);
    TrialRecord record =
        store
            .find(keys.of(trial, until))
            .orElseThrow(() -> new IOException("trial " + (trial + 1) + " is not in the store"));
    return new Entry(trial, experiment.point(trial), pruned(record, until));
  }

  /**
   * Shows all trials in their order.
   *
   * @param visitor who looks at them
   * @throws IOException if the store cannot be read, or the visitor cannot go on
   */
  public void forEach(Visitor visitor) throws IOException {
    for (int trial = 0; trial < trials(); trial++) {
      visitor.visit(at(trial));
    }
  }

  /** A trial that came as far as its rung and was neither done nor lost was ended by the others. */
  private static TrialRecord pruned(TrialRecord record, OptionalInt until) {
    boolean cut = until.isPresent() && record.lastEpoch() == until.getAsInt();
    return cut && record.ending().open()
        ? record.endedBy(Ending.pruned(record.lastEpoch()))
        : record;
  }
}
