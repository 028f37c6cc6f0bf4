package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import lockstep.report.FolderRefusedException;
import lockstep.report.ResultsFolder;

/** Runs one experiment into a folder that this process owns. */
interface ExperimentRunner {

  /**
   * Runs, writes the results, and tells of them.
   *
   * @param results the folder, open
   * @param diagnostics its log
   * @param folder its path as the user knows it
   * @return one of {@link ExitCode}
   * @throws IOException if the disk refuses
   * @throws FolderRefusedException if a file of another origin is in the way
   */
  int run(ResultsFolder results, Diagnostics diagnostics, Path folder)
      throws IOException, FolderRefusedException;
}
