package lockstep.compare;

import java.util.List;
import lockstep.report.MarkdownTable;

/**
 * A table in Markdown that is cut where nobody reads on.
 *
 * @param alignment a letter a column
 * @param header the titles of its columns
 * @param file where all rows are
 */
record CutTable(String alignment, List<String> header, String file) {
  /** So many rows are shown. */
  static final int MOST_ROWS = 40;

  String of(List<List<String>> rows) {
    MarkdownTable table = new MarkdownTable(alignment, header.toArray(String[]::new));
    rows.stream().limit(MOST_ROWS).forEach(table::row);
    return rows.size() <= MOST_ROWS
        ? table.toString()
        : table
            + "\nThe first "
            + MOST_ROWS
            + " of "
            + rows.size()
            + "; all are in `"
            + file
            + "`, which `--out` writes.\n";
  }
}
