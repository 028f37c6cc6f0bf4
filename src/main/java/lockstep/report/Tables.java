package lockstep.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lockstep.data.CsvTable;
import lockstep.data.Samples;
import lockstep.experiment.Course;
import lockstep.experiment.Seeds;
import lockstep.experiment.TrialResult;
import lockstep.network.Parameters;
import lockstep.random.Purpose;
import lockstep.training.History;
import lockstep.training.StabilitySpec;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.RealMatrix;

/** The CSV files. Trials, layers and units are numbered from 1, epochs from 0. */
final class Tables {
  /** About so long is a number of a history with its comma. */
  private static final long CHARACTERS_A_CELL = 20;

  private Tables() {}

  /**
   * One row per trial and epoch: {@code trial,epoch,loss,...}. A cell of an analysis is empty where
   * it was not measured; {@code NaN} was measured.
   *
   * @param trials at least one, all with the same columns
   */
  static String history(List<TrialResult> trials) {
    List<String> columns = new ArrayList<>(List.of("trial", "epoch"));
    columns.addAll(trials.get(0).history().columns());
    Csv csv = Csv.headed(columns).expecting(characters(trials, columns.size()));
    for (int trial = 0; trial < trials.size(); trial++) {
      addHistory(csv, trial + 1, trials.get(trial));
    }
    return csv.toString();
  }

  private static void addHistory(Csv csv, int trial, TrialResult result) {
    History history = result.history();
    Optional<StabilitySpec> sparse = result.spec().analysis().stability();
    for (int epoch = 0; epoch <= history.lastEpoch(); epoch++) {
      double[] row = history.rows().get(epoch);
      if (sparse.isPresent() && !sparse.get().measures(epoch, history.lastEpoch())) {
        csv.row(trial, epoch, withoutAnalysis(row));
      } else {
        csv.row(trial, epoch, row);
      }
    }
  }

  /** The cells of an epoch at which the analysis, whose columns are the last, was not made. */
  private static List<String> withoutAnalysis(double[] row) {
    int analysis = StabilitySpec.COLUMNS.size();
    return IntStream.range(0, row.length)
        .mapToObj(index -> index < row.length - analysis ? Csv.number(row[index]) : "")
        .toList();
  }

  private static long characters(List<TrialResult> trials, int columns) {
    long rows = trials.stream().mapToLong(trial -> trial.history().rows().size()).sum();
    return rows * columns * CHARACTERS_A_CELL;
  }

  /**
   * A results folder's own copy of a table that an experiment read: the columns that it used,
   * inputs first, so that the resolved experiment file runs without anything outside the folder.
   */
  static String data(CsvTable table) {
    List<String> columns = new ArrayList<>(table.columns().inputs());
    columns.addAll(table.columns().targets());
    Csv csv = Csv.headed(columns.stream().map(Csv::exact).toList());
    Samples samples = table.samples();
    for (int row = 0; row < samples.count(); row++) {
      double[] inputs = samples.inputs().getRow(row);
      double[] targets = samples.targets().getRow(row);
      csv.row(
          DoubleStream.concat(Arrays.stream(inputs), Arrays.stream(targets))
              .mapToObj(Csv::number)
              .toList());
    }
    return csv.toString();
  }

  /**
   * One row per trial: its seeds, its verdict, and for each column of the history the final and the
   * best value, and for the analysis of the stability the lowest limit. {@code best_epoch} is the
   * epoch of the lowest loss; a cell that does not apply is empty.
   *
   * @param trials at least one, all with the same columns
   */
  static String summary(List<TrialResult> trials) {
    List<String> columns = new ArrayList<>(List.of("trial", "data_seed", "split_seed"));
    columns.addAll(List.of("init_seed", "verdict", "cause", "diverged_at", "epochs"));
    columns.add("best_epoch");
    for (Column column : Column.of(trials.get(0).history())) {
      columns.addAll(List.of("final_" + column.name(), "best_" + column.name()));
    }
    if (trials.get(0).spec().analysis().stability().isPresent()) {
      columns.add("lowest_" + StabilitySpec.STABLE_LEARNING_RATE);
    }
    Csv csv = Csv.headed(columns);
    IntStream.range(0, trials.size())
        .forEach(index -> csv.row(summary(index + 1, trials.get(index))));
    return csv.toString();
  }

  private static List<String> summary(int trial, TrialResult result) {
    List<String> cells = new ArrayList<>(List.of(trial + ""));
    for (Purpose purpose : Purpose.values()) {
      OptionalLong seed = Seeds.of(result.spec(), purpose);
      cells.add(seed.isPresent() ? Long.toString(seed.getAsLong()) : "");
    }
    cells.addAll(verdict(result.verdict()));
    History history = result.history();
    cells.add(history.lastEpoch() + "");
    var best = Course.of(history, "loss").bestEpoch();
    cells.add(best.isPresent() ? best.getAsInt() + "" : "");
    for (Column column : Column.of(history)) {
      Course course = Course.of(history, column.name());
      cells.addAll(List.of(Csv.number(course.last()), Csv.number(course.best())));
    }
    StabilityCourse.of(result).ifPresent(course -> cells.add(Csv.number(course.lowestLimit())));
    return cells;
  }

  private static List<String> verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Diverged diverged) {
      String cause = diverged.cause().name().toLowerCase(Locale.ROOT);
      return List.of(Csv.text(verdict.word()), Csv.text(cause), diverged.epoch() + "");
    }
    return List.of(Csv.text(verdict.word()), "", "");
  }

  /**
   * One row a number: {@code layer,kind,from,to,value}. A bias comes from nowhere: its {@code from}
   * is empty.
   */
  static String parameters(Parameters parameters) {
    Csv csv = Csv.headed(List.of("layer", "kind", "from", "to", "value"));
    for (int index = 0; index < parameters.layers().size(); index++) {
      Parameters.Layer layer = parameters.layers().get(index);
      add(csv, index + 1, "weight", layer.weights());
      add(csv, index + 1, "bias", layer.biases());
    }
    return csv.toString();
  }

  private static void add(Csv csv, int layer, String kind, RealMatrix values) {
    for (int row = 0; row < values.getRowDimension(); row++) {
      String from = kind.equals("bias") ? "" : row + 1 + "";
      for (int column = 0; column < values.getColumnDimension(); column++) {
        String value = Csv.number(values.getEntry(row, column));
        csv.row(List.of(layer + "", kind, from, column + 1 + "", value));
      }
    }
  }
}
