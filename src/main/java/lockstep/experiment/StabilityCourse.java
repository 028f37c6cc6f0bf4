package lockstep.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import lockstep.training.History;
import lockstep.training.StabilitySpec;
import lockstep.training.StopCondition;
import lockstep.training.Verdict;

/**
 * How the largest stable learning rate moved in a run.
 *
 * @param history the history, with the columns of the analysis
 * @param epochs those at which it was measured, ascending; at least epoch 0
 * @param learningRate the rate that was used
 */
public record StabilityCourse(History history, List<Integer> epochs, double learningRate) {
  /** Copies the list. */
  public StabilityCourse {
    epochs = List.copyOf(epochs);
  }

  /** The course of a trial whose stability was measured; empty for others. */
  public static Optional<StabilityCourse> of(TrialResult result) {
    History history = result.history();
    double rate = result.spec().training().learningRate();
    return result.spec().analysis().stability().map(spec -> of(spec, history, rate));
  }

  private static StabilityCourse of(StabilitySpec spec, History history, double rate) {
    int last = history.lastEpoch();
    List<Integer> epochs =
        IntStream.rangeClosed(0, last).filter(epoch -> spec.measures(epoch, last)).boxed().toList();
    return new StabilityCourse(history, epochs, rate);
  }

  /** λ at an epoch; NaN if it could not be determined. */
  public double curvature(int epoch) {
    return history.at(StabilitySpec.CURVATURE, epoch);
  }

  /** 2/λ at an epoch: infinite if curvature sets no limit, NaN if λ could not be determined. */
  public double limit(int epoch) {
    return history.at(StabilitySpec.STABLE_LEARNING_RATE, epoch);
  }

  /** The measured epochs whose limit is like that. */
  public List<Integer> where(DoublePredicate kind) {
    return epochs.stream().filter(epoch -> kind.test(limit(epoch))).toList();
  }

  /** The measured epochs at which there was a limit. */
  public List<Integer> limited() {
    return where(Double::isFinite);
  }

  /** The measured epochs at which the learning rate was above the limit. */
  public List<Integer> exceeded() {
    return where(limit -> learningRate > limit);
  }

  /** The first of the epochs with the lowest limit; empty if there never was one. */
  public OptionalInt lowest() {
    return limited().stream()
        .mapToInt(Integer::intValue)
        .reduce((best, epoch) -> limit(epoch) < limit(best) ? epoch : best);
  }

  /** The lowest limit; infinite if curvature never set one, NaN if λ was never determined. */
  public double lowestLimit() {
    OptionalInt epoch = lowest();
    boolean unknown = where(Double::isNaN).size() == epochs.size();
    double none = unknown ? Double.NaN : Double.POSITIVE_INFINITY;
    return epoch.isPresent() ? limit(epoch.getAsInt()) : none;
  }

  /**
   * The last measured epoch that can tell why a run diverged: that of a rebound, but the last one
   * before an explosion, as the curvature of a wreck says nothing of the way there.
   */
  public int decisive(Verdict.Diverged verdict) {
    boolean whole = verdict.cause() == StopCondition.REBOUNDED;
    return measuredAtOrBefore(whole ? verdict.epoch() : Math.max(0, verdict.epoch() - 1));
  }

  /** The last measured epoch that is not after the given one. */
  public int measuredAtOrBefore(int epoch) {
    return epochs.stream().filter(one -> one <= epoch).reduce((one, next) -> next).orElseThrow();
  }
}
