package lockstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.report.EarlierTrials;
import lockstep.report.ResultsLayout;
import lockstep.sweep.Journal;
import lockstep.sweep.Plan;

/**
 * How a sweep has changed since its results were written, where nothing is lost if they are
 * replaced: all trials that they are of belong to it still, or some do and the journal has them
 * all.
 *
 * @param gone how many different trials are in the results and no longer in the sweep
 * @param added how many are in the sweep and not in the results
 */
record SweepChange(int gone, int added) {

  /**
   * Looks at a results folder.
   *
   * @param experiment the sweep as it is now
   * @param folder a results folder; may be missing
   * @return empty if something would be lost, or for what is no sweep or has no results
   * @throws IOException if it cannot be read
   */
  static Optional<SweepChange> of(Experiment experiment, Path folder) throws IOException {
    Path summary = folder.resolve(ResultsLayout.SUMMARY);
    boolean sweeps = experiment.isSweep() && experiment.search().isEmpty();
    if (!sweeps || !Files.isRegularFile(summary)) {
      return Optional.empty();
    }
    Set<String> earlier = EarlierTrials.digests(summary);
    Set<String> now = new TreeSet<>();
    for (int trial = 0; trial < experiment.trials() && !earlier.isEmpty(); trial++) {
      now.add(EarlierTrials.shortened(experiment.digest(trial)));
    }
    int kept = (int) earlier.stream().filter(now::contains).count();
    boolean onlyGrown = kept == earlier.size() && experiment.halving().isEmpty();
    return kept > 0 && (onlyGrown || holdsAll(folder))
        ? Optional.of(new SweepChange(earlier.size() - kept, now.size() - kept))
        : Optional.empty();
  }

  /** Whether the journal of a folder has every trial that its results are of. */
  private static boolean holdsAll(Path folder) throws IOException {
    Path journal = ResultsLayout.journal(folder);
    Path file = folder.resolve(ResultsLayout.EXPERIMENT);
    if (!Files.isRegularFile(journal) || !Files.isRegularFile(file)) {
      return false;
    }
    Optional<Experiment> earlier = ExperimentFile.read(file, List.of()).experiment();
    try (Journal kept = Journal.look(journal)) {
      return earlier
          .map(experiment -> new Plan(experiment, Optional.of(kept)).counts().keySet())
          .filter(Set.of(Plan.State.DONE, Plan.State.AT_RUNG)::containsAll)
          .isPresent();
    }
  }

  /** What people are to be told; empty if nothing is gone. */
  Optional<String> note() {
    return gone == 0
        ? Optional.empty()
        : Optional.of(
            "the sweep has changed since its results were written: "
                + gone
                + " of their trials no longer in it, "
                + added
                + " new; what is no longer in it stays in the journal");
  }
}
