package lockstep.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which trials the results of an earlier run of a sweep are of. */
public final class EarlierTrials {
  /** The column of the summary with the digests of the trials. */
  static final String DIGEST = "digest";

  /** So many digits of a digest are in the summary. */
  private static final int DIGITS = 16;

  private EarlierTrials() {}

  /** A digest as the summary has it. */
  public static String shortened(String digest) {
    return digest.substring(0, DIGITS);
  }

  /**
   * The digests in the summary of a sweep.
   *
   * @param summary the file
   * @return empty if it is not the summary of a sweep
   * @throws IOException if it cannot be read
   */
  public static Set<String> digests(Path summary) throws IOException {
    Set<String> digests = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(summary)) {
      for (NamedCsvRecord row : rows) {
        Optional<String> digest = row.findField(DIGEST);
        if (digest.isEmpty()) {
          return Set.of();
        }
        digests.add(digest.get());
      }
    } catch (UncheckedIOException | CsvParseException foreign) {
      return Set.of();
    }
    return digests;
  }
}
