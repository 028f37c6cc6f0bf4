package lockstep.cli;

import java.nio.file.Path;
import java.util.List;
import lockstep.expectation.Check;
import lockstep.experiment.TrialResult;

/**
 * A run whose results are written.
 *
 * @param result what came out
 * @param checks its expectations
 * @param sentence the verdict in a sentence
 * @param folder where the results are
 */
record FinishedRun(TrialResult result, List<Check> checks, String sentence, Path folder) {

  String name() {
    return result.spec().name();
  }

  long held() {
    return checks.stream().filter(Check::holds).count();
  }

  boolean allHold() {
    return held() == checks.size();
  }
}
