package lockstep.sweep;

import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import lockstep.config.ExperimentSpec;
import lockstep.config.Recording;
import lockstep.expectation.ExpectationCheck;
import lockstep.experiment.DataSource;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;

/**
 * Runs single trials of a sweep.
 *
 * @param data where their data come from
 * @param recording which epochs are kept
 * @param stopped becomes true when running trials are to be given up
 */
record TrialTask(DataSource data, Recording recording, BooleanSupplier stopped) {

  /**
   * Runs a trial.
   *
   * @param spec the trial
   * @param until after how many epochs it ends at the latest, if it is to
   * @return what is kept of it; of one that cannot be done, why
   * @throws CancellationException if it was given up
   * @throws OutOfMemoryError if there was not enough memory beside the other trials
   */
  TrialRecord run(ExperimentSpec spec, OptionalInt until) {
    try {
      int lastEpoch = until.orElse(spec.training().epochs());
      TrialResult result = Trial.run(spec, data, lastEpoch, (epoch, loss) -> giveUpIfStopped());
      return TrialRecord.of(result, ExpectationCheck.of(result), recording);
    } catch (CancellationException | OutOfMemoryError notItsFault) {
      throw notItsFault;
    } catch (RuntimeException | Error failure) {
      return TrialRecord.failed(spec, line(failure));
    }
  }

  private void giveUpIfStopped() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /** What went wrong, in one line. */
  static String line(Throwable failure) {
    return failure.toString().lines().findFirst().orElse(failure.getClass().getName());
  }
}
