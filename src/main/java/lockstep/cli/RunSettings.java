package lockstep.cli;

import java.nio.file.Path;
import lockstep.sweep.SweepSettings;

/**
 * How experiments are run.
 *
 * @param out where the results folders go
 * @param fresh whether results of another configuration may be replaced, and earlier trials of a
 *     sweep are run again
 * @param quiet whether only what went wrong is told, and no log kept
 * @param verbose whether the log is shown as well
 * @param sweep how a sweep is run
 */
record RunSettings(Path out, boolean fresh, boolean quiet, boolean verbose, SweepSettings sweep) {

  /** Whether progress is shown where somebody looks. */
  boolean tellsProgress() {
    return !quiet && !verbose;
  }
}
