package lockstep.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads one CSV file of numbers (RFC 4180, comma-separated, UTF-8).
 *
 * <p>The first line names the columns. Every other line has as many cells; those in the columns
 * that are used are decimal numbers, whatever the others hold. Blanks around cells and empty lines
 * are passed over. All mistakes are told, but if the header is wrong, cells are not looked into.
 */
public final class CsvTableReader {
  /** Of the heap: what is trained beside a table needs memory too. */
  private static final double SHARE_OF_MEMORY = 0.6;

  private static final CsvColumns NO_COLUMNS = new CsvColumns(List.of(), List.of());

  private final CsvRequest request;
  private final double memoryLimit;
  private final CsvProblems problems = new CsvProblems();

  private CsvTableReader(CsvRequest request, double memoryLimit) {
    this.request = request;
    this.memoryLimit = memoryLimit;
  }

  /**
   * Reads a file.
   *
   * @param file where it is; at most 32 MiB, and no more than memory holds
   * @param request what is wanted from it
   * @return the table, or what is wrong; a file that cannot be read is a problem too
   */
  public static CsvReading read(Path file, CsvRequest request) {
    return read(file, request, SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory());
  }

  /**
   * The same with another limit.
   *
   * @param memoryLimit what the table may need, in bytes
   */
  static CsvReading read(Path file, CsvRequest request, double memoryLimit) {
    return new CsvTableReader(request, memoryLimit).read(file);
  }

  private CsvReading read(Path file) {
    Optional<String> text = CsvFile.read(file, problems);
    Optional<CsvTable> table = text.filter(this::fits).flatMap(this::parse);
    return new CsvReading(
        table, problems.told(), text.filter(any -> !problems.isEmpty()).orElse(""));
  }

  private boolean fits(String text) {
    double need = CsvExtent.of(text).bytes(text.length());
    if (need > memoryLimit) {
      String message = "the table would need about " + megabytes(need) + " of memory";
      String expected = "at most " + megabytes(memoryLimit) + ", or a larger -Xmx";
      problems.add(new CsvProblem(1, 1, message, expected));
    }
    return need <= memoryLimit;
  }

  private static String megabytes(double bytes) {
    return (long) Math.ceil(bytes / 1e6) + " MB";
  }

  private Optional<CsvTable> parse(String text) {
    CsvRowHandler handler = new CsvRowHandler();
    try {
      return table(rows(handler, text));
    } catch (CsvParseException e) {
      problems.add(
          new CsvProblem(
              handler.line(), 1, "the line is not CSV", "a quote at the end of a quoted cell"));
      return Optional.empty();
    }
  }

  /** The lines, one after the other, with any number of cells. */
  private static Iterator<List<CsvCell>> rows(CsvRowHandler handler, String text) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .build(handler, text)
        .iterator();
  }

  private Optional<CsvTable> table(Iterator<List<CsvCell>> rows) {
    if (!rows.hasNext()) {
      problems.add(new CsvProblem(1, 1, "the file is empty", "a line with the columns' names"));
      return Optional.empty();
    }
    CsvHeader header = new CsvHeader(rows.next());
    header.check(problems);
    CsvColumns columns = header.resolve(request, problems);
    CsvBody body = new CsvBody(header, problems.isEmpty() ? columns : NO_COLUMNS, problems);
    if (!rows.hasNext()) {
      problems.add(header.cells().get(0), "there is nothing below the header", "lines of numbers");
    }
    rows.forEachRemaining(body::add);
    return problems.isEmpty()
        ? Optional.of(new CsvTable(request.path(), header.names(), columns, body.samples()))
        : Optional.empty();
  }
}
