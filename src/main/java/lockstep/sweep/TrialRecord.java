package lockstep.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lockstep.config.ExperimentSpec;
import lockstep.config.Recording;
import lockstep.expectation.Check;
import lockstep.experiment.Course;
import lockstep.experiment.Seeds;
import lockstep.experiment.StabilityCourse;
import lockstep.experiment.TrialResult;
import lockstep.random.Purpose;
import lockstep.training.History;
import lockstep.training.StabilitySpec;

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
  private static final String LOSS = "loss";

  /** Copies the lists. */
  public TrialRecord {
    seeds = List.copyOf(seeds);
    measures = List.copyOf(measures);
    history = List.copyOf(history);
    failures = List.copyOf(failures);
  }

  /**
   * What is kept of a trial.
   *
   * @param result all that came out
   * @param checks its expectations, held against it
   * @param recording which epochs are kept
   */
  public static TrialRecord of(TrialResult result, List<Check> checks, Recording recording) {
    History history = result.history();
    return new TrialRecord(
        Ending.of(result.verdict()),
        seeds(result.spec()),
        history.lastEpoch(),
        Course.of(history, LOSS).bestEpoch(),
        measures(result),
        rows(result, recording),
        checks.size(),
        checks.stream().filter(check -> !check.holds()).toList());
  }

  /**
   * What is kept of a trial that could not be done.
   *
   * @param spec the trial
   * @param error what went wrong, in a line
   */
  public static TrialRecord failed(ExperimentSpec spec, String error) {
    return new TrialRecord(
        Ending.failed(error),
        seeds(spec),
        0,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private static List<OptionalLong> seeds(ExperimentSpec spec) {
    return Arrays.stream(Purpose.values()).map(purpose -> Seeds.of(spec, purpose)).toList();
  }

  /** The seed of a purpose; empty where no stream is used. */
  public OptionalLong seed(Purpose purpose) {
    int place = purpose.ordinal();
    return place < seeds.size() ? seeds.get(place) : OptionalLong.empty();
  }

  /** The purposes whose seeds are told: those of every experiment, and of the others the used. */
  public List<Purpose> seeded() {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> Purpose.EVERYWHERE.contains(purpose) || seed(purpose).isPresent())
        .toList();
  }

  private static List<Measure> measures(TrialResult result) {
    History history = result.history();
    List<Measure> measures = new ArrayList<>();
    for (String column : history.columns()) {
      Course course = Course.of(history, column);
      double best = StabilitySpec.COLUMNS.contains(column) ? lowest(result, column) : course.best();
      measures.add(new Measure(column, course.initial(), course.last(), best));
    }
    return measures;
  }

  /** The lowest stable learning rate; a curvature is neither good nor bad. */
  private static double lowest(TrialResult result, String column) {
    return column.equals(StabilitySpec.STABLE_LEARNING_RATE)
        ? StabilityCourse.of(result).orElseThrow().lowestLimit()
        : Double.NaN;
  }

  private static List<Row> rows(TrialResult result, Recording recording) {
    int last = result.history().lastEpoch();
    return IntStream.rangeClosed(0, last)
        .filter(epoch -> recording.records(epoch, last))
        .mapToObj(epoch -> new Row(epoch, row(result, epoch)))
        .toList();
  }

  /** An epoch without the columns of an analysis, which are the last, where it was not made. */
  private static double[] row(TrialResult result, int epoch) {
    History history = result.history();
    double[] row = history.rows().get(epoch);
    boolean missing =
        result.spec().analysis().stability().stream()
            .anyMatch(stability -> !stability.measures(epoch, history.lastEpoch()));
    return missing ? Arrays.copyOf(row, row.length - StabilitySpec.COLUMNS.size()) : row;
  }

  /** The same with another ending. */
  TrialRecord endedBy(Ending other) {
    return new TrialRecord(
        other, seeds, lastEpoch, bestEpoch, measures, history, expectations, failures);
  }

  /**
   * The value at the end.
   *
   * @param column a column of the history
   * @return NaN if there is no such column
   */
  public double last(String column) {
    return measures.stream()
        .filter(measure -> measure.column().equals(column))
        .mapToDouble(Measure::last)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * A column of the history.
   *
   * @param column its name: {@code loss}, {@code test_accuracy}
   * @param initial of the untrained network
   * @param last at the end
   * @param best the best finite value, NaN if none is finite; of an analysis the lowest stable
   *     learning rate, and NaN for the curvature
   */
  public record Measure(String column, double initial, double last, double best) {}

  /**
   * One epoch.
   *
   * @param epoch from 0
   * @param values in the order of the measures; those at the end may be missing, where an analysis
   *     was not made; not copied, never changed
   */
  public record Row(int epoch, double[] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && epoch == row.epoch && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
      return 31 * epoch + Arrays.hashCode(values);
    }
  }
}
