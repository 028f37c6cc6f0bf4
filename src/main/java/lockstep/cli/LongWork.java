package lockstep.cli;

import java.util.List;
import lockstep.config.Experiment;
import lockstep.experiment.Work;

/**
 * Tells work that lasts from work that is done at once.
 *
 * <p>The launcher starts a JVM that is up quickly, with the first compiler only and without the
 * JDK's vectors. What trains for more than a second or two is better off in another JVM, {@link
 * LongWorkJvm}. The results are the same bytes in both.
 */
final class LongWork {
  /** From this number of operations on, another JVM is worth its start. */
  static final double OPERATIONS = 1e9;

  private LongWork() {}

  /** Whether some experiments together are long work. */
  static boolean is(List<Experiment> experiments) {
    double work = 0;
    for (Experiment experiment : experiments) {
      work += Work.of(experiment, OPERATIONS - work);
      if (work >= OPERATIONS) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sweep is long work if all its trials are like the first one. */
  static boolean isAtAGlance(Experiment sweep) {
    return sweep.trials() * Work.of(sweep.spec(0)) >= OPERATIONS;
  }
}
