package lockstep.training;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was seen of a run that matters for its verdict.
 *
 * @param initialLoss the loss at epoch 0
 * @param lastLoss the loss at the last epoch
 * @param divergences for each sign of divergence that was seen, its first occurrence
 * @param convergence the tolerance or the target that was reached, if one was
 * @param interruption what else ended the run, if something did: it became no better, or its time
 *     was over
 * @param vanishing since when the gradient has vanished, to the end; empty if it has not
 * @param deadest the layer with the largest share of dead units at the end
 */
record RunFacts(
    double initialLoss,
    double lastLoss,
    Map<StopCondition, Verdict.Diverged> divergences,
    Optional<Verdict> convergence,
    Optional<Verdict> interruption,
    Optional<Vanishing> vanishing,
    DeadLayer deadest) {

  /** An improvement is real when the loss has fallen by this share of the initial loss. */
  static final double REAL_IMPROVEMENT = 0.01;

  /**
   * A gradient that has vanished.
   *
   * @param since the first epoch from which on it had
   * @param norm its norm at the end
   * @param initialNorm its norm at the first update
   */
  record Vanishing(int since, double norm, double initialNorm) {}

  /**
   * A layer with its dead units.
   *
   * @param layer its number, 1 being the first after the inputs
   * @param share the share of its units that are dead, 0 to 1
   */
  record DeadLayer(int layer, double share) {}

  /** The loss below which a run has really improved. */
  static double realImprovement(double initialLoss) {
    return initialLoss - REAL_IMPROVEMENT * Math.abs(initialLoss);
  }

  /**
   * The verdict, the first of these that applies:
   *
   * <ol>
   *   <li>diverged, something was not finite;
   *   <li>stalled, where a vanished gradient would count as converged, but the loss has not really
   *       improved and there are dead units: the gradient is not small, it is cut off;
   *   <li>converged, a stated tolerance or target was reached, whatever happened on the way;
   *   <li>diverged, exploded or rebounded;
   *   <li>stalled, the gradient has vanished and the loss has not really improved;
   *   <li>converged, early stopping found nothing better for as long as was stated; or out of time;
   *   <li>completed.
   * </ol>
   */
  Verdict verdict() {
    if (divergences.containsKey(StopCondition.NON_FINITE)) {
      return divergences.get(StopCondition.NON_FINITE);
    }
    boolean improved = lastLoss <= realImprovement(initialLoss);
    if (convergence.isPresent() && (improved || !cutOff())) {
      return convergence.get();
    }
    for (StopCondition condition : StopCondition.values()) {
      if (divergences.containsKey(condition)) {
        return divergences.get(condition);
      }
    }
    return vanishing.isPresent() && !improved
        ? stalled(vanishing.get())
        : interruption.orElse(new Verdict.Completed());
  }

  /** Whether only the gradient speaks for convergence, and dead units are why it is small. */
  private boolean cutOff() {
    return vanishing.isPresent()
        && deadest.share() > 0
        && convergence.orElseThrow() instanceof Verdict.Converged converged
        && converged.quantity().equals(Verdict.Converged.GRADIENT_NORM);
  }

  private Verdict stalled(Vanishing gone) {
    return new Verdict.Stalled(
        gone.since(),
        deadest.share() > 0 ? OptionalInt.of(deadest.layer()) : OptionalInt.empty(),
        deadest.share(),
        gone.norm(),
        gone.initialNorm());
  }
}
