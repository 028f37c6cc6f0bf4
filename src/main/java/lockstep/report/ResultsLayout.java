package lockstep.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the files of a results folder are called, and how such a folder is known. */
public final class ResultsLayout {
  /** For people: the verdict, the numbers, the figures. */
  public static final String REPORT = "report.md";

  /** One row a trial. */
  public static final String SUMMARY = "summary.csv";

  /** One row a trial and epoch. */
  public static final String HISTORY = "history.csv";

  /** The final weights and biases. */
  public static final String PARAMETERS = "parameters.csv";

  /** The model, for later use; only if it was asked for. */
  public static final String MODEL = "model.yaml";

  /** The resolved configuration. */
  public static final String EXPERIMENT = "experiment.yaml";

  /** What the folder holds. */
  public static final String MANIFEST = "manifest.json";

  /** The folder with the figures. */
  public static final String FIGURES = "figures";

  /** The folder that holds what differs from run to run, and is never compared. */
  public static final String PRIVATE_FOLDER = ".lockstep";

  /** In the private folder, the trials of a sweep as they finish. */
  public static final String JOURNAL = "journal";

  private static final List<String> SIGNS = List.of(REPORT, HISTORY, MANIFEST, PRIVATE_FOLDER);

  private ResultsLayout() {}

  /** The journal of a results folder. */
  public static Path journal(Path folder) {
    return folder.resolve(PRIVATE_FOLDER).resolve(JOURNAL);
  }

  /** The path of a figure in the folder, from its name without {@code .svg}. */
  static String figure(String name) {
    return FIGURES + "/" + name + ".svg";
  }

  /** Whether a path in the folder is a figure's. */
  static boolean isFigure(String path) {
    return path.startsWith(FIGURES + "/");
  }

  /**
   * Whether this is a folder that results were written to, whole or in part: it has the resolved
   * configuration and at least one of the report, the history, the manifest and the private folder.
   * A folder of experiments has none of these.
   *
   * @param path any path; it need not exist
   */
  public static boolean isResultsFolder(Path path) {
    return Files.isRegularFile(path.resolve(EXPERIMENT))
        && SIGNS.stream().anyMatch(sign -> Files.exists(path.resolve(sign)));
  }
}
