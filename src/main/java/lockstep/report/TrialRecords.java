package lockstep.report;

import java.io.IOException;
import lockstep.sweep.TrialRecord;

/** What came out of the trials of an experiment, read one by one and as often as needed. */
@FunctionalInterface
public interface TrialRecords {

  /**
   * One trial.
   *
   * @param trial from 0
   * @throws IOException if it cannot be read
   */
  TrialRecord record(int trial) throws IOException;
}
