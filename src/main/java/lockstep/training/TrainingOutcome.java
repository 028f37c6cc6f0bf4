package lockstep.training;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import lockstep.network.Parameters;

/**
 * What a training run leaves behind.
 *
 * @param history loss and metrics of every epoch
 * @param verdict what became of it
 * @param finalParameters the parameters at the end, those of {@link History#finalEpoch}
 * @param snapshots epoch to parameters, for the epochs that were asked for and reached
 */
public record TrainingOutcome(
    History history,
    Verdict verdict,
    Parameters finalParameters,
    Map<Integer, Parameters> snapshots) {
  /** Copies the snapshots, ordered by epoch. */
  public TrainingOutcome {
    snapshots = Collections.unmodifiableMap(new TreeMap<>(snapshots));
  }
}
