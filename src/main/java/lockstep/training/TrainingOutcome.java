package lockstep.training;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lockstep.network.Parameters;

/**
 * What a training run leaves behind.
 *
 * @param history loss and metrics of every epoch
 * @param verdict what became of it
 * @param finalParameters the parameters at the end, those of {@link History#finalEpoch}
 * @param snapshots epoch to parameters, for the epochs that were asked for and reached
 * @param best the parameters of the best epoch, if they were asked for
 */
public record TrainingOutcome(
    History history,
    Verdict verdict,
    Parameters finalParameters,
    Map<Integer, Parameters> snapshots,
    Optional<Best> best) {
  /** Copies the snapshots, ordered by epoch. */
  public TrainingOutcome {
    snapshots = Collections.unmodifiableMap(new TreeMap<>(snapshots));
  }

  /** What a run leaves of which the best epoch was not kept. */
  public TrainingOutcome(
      History history,
      Verdict verdict,
      Parameters finalParameters,
      Map<Integer, Parameters> snapshots) {
    this(history, verdict, finalParameters, snapshots, Optional.empty());
  }

  /**
   * The best state of a run, by a {@link BestRule}.
   *
   * @param epoch its epoch
   * @param parameters its parameters
   */
  public record Best(int epoch, Parameters parameters) {}
}
