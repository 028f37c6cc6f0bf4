package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lockstep.random.Purpose;
import lockstep.sweep.Ending;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialRecord.Measure;
import lockstep.training.StabilitySpec;
import lockstep.training.TrainingColumns;

/**
 * The tables with a row or more for each trial. Trials are numbered from 1, epochs from 0; a cell
 * that does not apply is empty.
 *
 * @param trials how many there are
 * @param records what came out of them
 * @param measured the columns that any of their histories has: {@code loss}, ...
 * @param seeded the purposes whose seeds are told
 */
record TrialTables(int trials, TrialRecords records, List<String> measured, List<Purpose> seeded) {
  private static final List<String> ENDINGS =
      List.of("verdict", "cause", "diverged_at", "epochs", "best_epoch");

  /** Copies the lists. */
  TrialTables {
    measured = List.copyOf(measured);
    seeded = List.copyOf(seeded);
  }

  /** What a summary says of a trial before its numbers. */
  interface Identity {
    /** The titles of the cells. */
    List<String> header();

    /**
     * The finished cells.
     *
     * @param trial from 0
     */
    List<String> cells(int trial);
  }

  /** The tables of a single trial. */
  static TrialTables of(TrialRecord record) {
    return new TrialTables(
        1,
        trial -> record,
        record.measures().stream().map(Measure::column).toList(),
        record.seeded());
  }

  /**
   * One row per trial and recorded epoch: {@code trial,epoch,loss,...}.
   *
   * @throws IOException if a trial cannot be read or the table not be written
   */
  void history(Appendable out) throws IOException {
    List<String> columns = new ArrayList<>(List.of("trial", "epoch"));
    columns.addAll(measured);
    Csv csv = Csv.headed(out, columns);
    for (int trial = 0; trial < trials; trial++) {
      addHistory(csv, trial + 1, records.record(trial));
    }
  }

  private void addHistory(Csv csv, int number, TrialRecord record) throws IOException {
    int[] places = measured.stream().mapToInt(columns(record)::indexOf).toArray();
    int[] untrained = withoutRunningLoss(places);
    for (TrialRecord.Row row : record.history()) {
      csv.row(number, row.epoch(), row.values(), row.epoch() == 0 ? untrained : places);
    }
  }

  /** No loss is collected before the first epoch. */
  private int[] withoutRunningLoss(int[] places) {
    int[] untrained = places.clone();
    int column = measured.indexOf(TrainingColumns.RUNNING_LOSS);
    if (column >= 0) {
      untrained[column] = -1;
    }
    return untrained;
  }

  private static List<String> columns(TrialRecord record) {
    return record.measures().stream().map(Measure::column).toList();
  }

  /**
   * One row per trial: what it is, its seeds, its verdict, and for each column of the history the
   * final and the best value. {@code best_epoch} is the epoch of the lowest loss.
   *
   * @throws IOException if a trial cannot be read or the table not be written
   */
  void summary(Appendable out, Identity identity) throws IOException {
    List<String> columns = new ArrayList<>(identity.header());
    seeded.forEach(purpose -> columns.add(purpose.name().toLowerCase(Locale.ROOT) + "_seed"));
    columns.addAll(ENDINGS);
    ranked().forEach(column -> columns.addAll(List.of("final_" + column, "best_" + column)));
    if (measured.contains(StabilitySpec.STABLE_LEARNING_RATE)) {
      columns.add("lowest_" + StabilitySpec.STABLE_LEARNING_RATE);
    }
    Csv csv = Csv.headed(out, columns);
    for (int trial = 0; trial < trials; trial++) {
      List<String> cells = new ArrayList<>(identity.cells(trial));
      add(cells, records.record(trial));
      csv.row(cells);
    }
  }

  private void add(List<String> cells, TrialRecord record) {
    seeded.forEach(purpose -> cells.add(text(record.seed(purpose))));
    cells.addAll(ending(record.ending()));
    boolean failed = record.ending().failed();
    cells.add(failed ? "" : Integer.toString(record.lastEpoch()));
    cells.add(text(record.bestEpoch()));
    for (String column : ranked()) {
      cells.addAll(
          measure(record, column)
              .map(measure -> List.of(Csv.number(measure.last()), Csv.number(measure.best())))
              .orElse(List.of("", "")));
    }
    if (measured.contains(StabilitySpec.STABLE_LEARNING_RATE)) {
      cells.add(
          measure(record, StabilitySpec.STABLE_LEARNING_RATE)
              .map(measure -> Csv.number(measure.best()))
              .orElse(""));
    }
  }

  /** The columns without those of an analysis. */
  private List<String> ranked() {
    return measured.stream().filter(name -> TrainingColumns.isMeasure(name)).toList();
  }

  private static Optional<Measure> measure(TrialRecord record, String column) {
    return record.measures().stream()
        .filter(measure -> measure.column().equals(column))
        .findFirst();
  }

  private static List<String> ending(Ending ending) {
    String cause = ending.cause().map(Csv::text).orElse("");
    String at = ending.diverged() ? text(ending.at()) : "";
    return List.of(Csv.text(ending.word()), cause, at);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  /** A single trial is known by its number alone. */
  static final class Numbered implements Identity {
    @Override
    public List<String> header() {
      return List.of("trial");
    }

    @Override
    public List<String> cells(int trial) {
      return List.of(Integer.toString(trial + 1));
    }
  }
}
