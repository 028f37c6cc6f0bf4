package lockstep.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import lockstep.report.ResultsLayout;

/** The learning curves of some trials of a results folder, by trial. */
final class Curves {
  private final Map<Integer, SortedMap<Integer, Double>> byTrial = new LinkedHashMap<>();

  private Curves() {}

  /**
   * Reads one column of a history, which may be long: only the wanted trials are kept.
   *
   * @param column the column
   * @param trials the wanted trials, from 1
   */
  static Curves read(Path folder, String column, SortedSet<Integer> trials)
      throws IOException, NotComparableException {
    Curves curves = new Curves();
    Path file = folder.resolve(ResultsLayout.HISTORY);
    if (Files.isRegularFile(file)) {
      CsvRows.read(
          file,
          row -> {
            int trial = CsvRows.whole(row, "trial", 0);
            if (trials.contains(trial) && row.findField(column).isPresent()) {
              curves
                  .byTrial
                  .computeIfAbsent(trial, any -> new TreeMap<>())
                  .put(CsvRows.whole(row, "epoch", 0), CsvRows.number(row, column));
            }
          });
    }
    return curves;
  }

  /** The recorded epochs of a trial; none if there are none. */
  SortedMap<Integer, Double> of(int trial) {
    return byTrial.getOrDefault(trial, new TreeMap<>());
  }
}
