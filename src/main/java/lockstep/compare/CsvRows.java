package lockstep.compare;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Goes through a table row by row, so that a long one needs no memory. */
final class CsvRows {
  private CsvRows() {}

  /** What is done with a row. */
  interface Reader {
    /**
     * Takes a row.
     *
     * @throws NumberFormatException if a cell is not the number that it should be
     */
    void row(NamedCsvRecord row) throws NotComparableException;
  }

  /**
   * Reads a file to its end.
   *
   * @throws NotComparableException if it is not a table of the expected kind
   * @throws IOException if it cannot be read
   */
  static void read(Path file, Reader reader) throws IOException, NotComparableException {
    long line = 1;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        line = row.getStartingLineNumber();
        reader.row(row);
      }
    } catch (CsvParseException | NumberFormatException broken) {
      throw new NotComparableException(
          file + ":" + line + ": not a table as a run writes it; run the experiment again");
    }
  }

  /** A whole number; the fallback if the table has no such column. */
  static int whole(NamedCsvRecord row, String column, int fallback) {
    return row.findField(column).map(Integer::parseInt).orElse(fallback);
  }

  /** A whole number in a column that may be empty. */
  static OptionalInt whole(NamedCsvRecord row, String column) {
    return row.findField(column).filter(cell -> !cell.isEmpty()).stream()
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  /** A number; NaN for an empty cell and a missing column. */
  static double number(NamedCsvRecord row, String column) {
    String cell = row.findField(column).orElse("");
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
