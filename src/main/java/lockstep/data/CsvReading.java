package lockstep.data;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a CSV file: a table, or its mistakes.
 *
 * @param table the table; present exactly if there are no problems
 * @param problems the mistakes in the order of their places, of which at most {@link
 *     #MOST_PROBLEMS} are told; a last entry says how many more there are
 * @param text what the problems' places count in, without a byte order mark; empty if there are no
 *     problems, or the file has no text that could be shown. It is here because a pipe gives its
 *     bytes only once.
 */
public record CsvReading(Optional<CsvTable> table, List<CsvProblem> problems, String text) {
  /** After so many problems the others are only counted. */
  public static final int MOST_PROBLEMS = 20;

  /** Copies the list and checks that it is one or the other. */
  public CsvReading {
    problems = List.copyOf(problems);
    if (table.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("a reading has either a table or problems");
    }
  }
}
