package lockstep.training;

import java.util.Arrays;
import java.util.List;

/**
 * One row of numbers for each number of completed epochs, beginning with epoch 0.
 *
 * @param columns the names, in {@code snake_case}, without the epoch: {@code loss}, {@code
 *     accuracy}, {@code test_loss}, ...
 * @param rows one array per epoch, as long as {@code columns}; row e is the state that has
 *     completed e epochs; NaN in the columns of an {@link Analysis} where it was not measured
 * @param finalEpoch the epoch of the parameters that the run leaves behind: its last one, or an
 *     earlier one whose parameters {@link EarlyStopping} has restored
 */
public record History(List<String> columns, List<double[]> rows, int finalEpoch) {
  /** The history of a run that leaves the parameters of its last epoch. */
  public History(List<String> columns, List<double[]> rows) {
    this(columns, rows, rows.size() - 1);
  }

  /** Copies the rows. */
  public History {
    columns = List.copyOf(columns);
    rows = rows.stream().map(double[]::clone).toList();
  }

  /** The number of the last epoch. */
  public int lastEpoch() {
    return rows.size() - 1;
  }

  /**
   * One number.
   *
   * @param column its column
   * @param epoch its epoch, from 0 to {@link #lastEpoch()}
   * @throws IllegalArgumentException if there is no such column
   */
  public double at(String column, int epoch) {
    return rows.get(epoch)[index(column)];
  }

  /**
   * A whole column, one number an epoch.
   *
   * @param column its name
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] series(String column) {
    int index = index(column);
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private int index(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + columns);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && columns.equals(history.columns)
        && finalEpoch == history.finalEpoch
        && Arrays.deepEquals(rows.toArray(), history.rows.toArray());
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + Arrays.deepHashCode(rows.toArray());
  }
}
