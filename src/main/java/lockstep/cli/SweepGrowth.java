package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import lockstep.config.Experiment;
import lockstep.report.EarlierTrials;
import lockstep.report.ResultsLayout;

/** Whether a sweep has grown since its results were written, so that they may be replaced. */
final class SweepGrowth {
  private SweepGrowth() {}

  /**
   * Whether all trials whose results are in a folder belong to a sweep as it is now: nothing would
   * be lost.
   *
   * @param experiment the sweep; a file without one, or a search, never contains earlier results
   * @param folder a results folder; may be missing
   * @throws IOException if it cannot be read
   */
  static boolean contains(Experiment experiment, Path folder) throws IOException {
    Path summary = folder.resolve(ResultsLayout.SUMMARY);
    boolean plain = experiment.isSweep() && experiment.halving().isEmpty();
    if (!plain || experiment.search().isPresent() || !Files.isRegularFile(summary)) {
      return false;
    }
    Set<String> earlier = EarlierTrials.digests(summary);
    if (earlier.isEmpty()) {
      return false;
    }
    Set<String> left = new TreeSet<>(earlier);
    for (int trial = 0; trial < experiment.trials() && !left.isEmpty(); trial++) {
      left.remove(EarlierTrials.shortened(experiment.digest(trial)));
    }
    return left.isEmpty();
  }
}
