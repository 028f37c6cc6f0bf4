package lockstep.sweep;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lockstep.expectation.Check;

/**
 * What is kept of a finished trial of a sweep: enough for every file of its results folder.
 *
 * @param ending how it ended
 * @param seeds the seed of each purpose, in their order; empty where no stream is used
 * @param lastEpoch the last epoch that was reached
 * @param bestEpoch the epoch with the lowest loss; empty if no loss is finite
 * @param measures each column of the history in a few numbers
 * @param history the recorded epochs
 * @param expectations how many were checked
 * @param failures the expectations that did not hold
 */
public record TrialRecord(
    Ending ending,
    List<OptionalLong> seeds,
    int lastEpoch,
    OptionalInt bestEpoch,
    List<Measure> measures,
    List<Row> history,
    int expectations,
    List<Check> failures) {
  /** Copies the lists. */
  public TrialRecord {
    seeds = List.copyOf(seeds);
    measures = List.copyOf(measures);
    history = List.copyOf(history);
    failures = List.copyOf(failures);
  }

  /**
   * A column of the history.
   *
   * @param column its name: {@code loss}, {@code test_accuracy}
   * @param initial of the untrained network
   * @param last at the end
   * @param best the best finite value; NaN if none is finite
   */
  public record Measure(String column, double initial, double last, double best) {}

  /**
   * One epoch.
   *
   * @param epoch from 0
   * @param values in the order of the measures; not copied, never changed
   */
  public record Row(int epoch, double[] values) {}
}
