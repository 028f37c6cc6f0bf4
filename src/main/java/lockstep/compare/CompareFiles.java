package lockstep.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.report.CompleteFile;
import lockstep.report.ResultsLayout;

/** The files of a comparison. */
public final class CompareFiles {
  /** For people. */
  public static final String REPORT = "compare.md";

  /** One row a comparison. */
  public static final String COMPARISONS = "compare.csv";

  /** One row a configuration. */
  public static final String CONFIGURATIONS = "configurations.csv";

  /** One row a pair of learning curves. */
  public static final String CURVES = "curves.csv";

  private CompareFiles() {}

  /** All files as texts, by their path in the folder. */
  public static SortedMap<String, String> of(ResultsComparison all) {
    SortedMap<String, String> files = new TreeMap<>(CompareFigures.of(all));
    files.put(REPORT, CompareReport.of(all, CompareFigures.markdown(all)));
    files.put(COMPARISONS, CompareTables.comparisons(all));
    files.put(CONFIGURATIONS, CompareTables.configurations(all));
    files.put(CURVES, CompareTables.curves(all));
    return files;
  }

  /**
   * Writes them, each complete or not at all; those of an earlier comparison are replaced.
   *
   * @param folder where; made if it is missing
   * @throws NotComparableException if it is a results folder, whose files its manifest names
   * @throws IOException if the disk refuses
   */
  public static void write(ResultsComparison all, Path folder)
      throws IOException, NotComparableException {
    if (ResultsLayout.isResultsFolder(folder)) {
      throw new NotComparableException(
          folder + " is a results folder; choose another one with --out");
    }
    Files.createDirectories(folder.resolve(ResultsLayout.FIGURES));
    for (Map.Entry<String, String> file : of(all).entrySet()) {
      CompleteFile.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
