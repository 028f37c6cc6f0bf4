package lockstep.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lockstep.network.Backpropagation;
import lockstep.network.Network;

/** Looks at every epoch of a run for convergence, divergence and standstill. */
final class Watch {
  /** An improvement is real when the loss has fallen by this share of the initial loss. */
  static final double REAL_IMPROVEMENT = 0.01;

  /** A gradient has vanished when its norm is at most this share of the first one's. */
  static final double VANISHED = 1e-6;

  private final TrainingSpec spec;
  private final Network network;
  private final Backpropagation pass;
  private double initialLoss;
  private double bestLoss;
  private int bestEpoch;
  private double initialNorm = Double.NaN;
  private double lastNorm = Double.NaN;
  private int vanishedSince;
  private Optional<Verdict.Diverged> divergence = Optional.empty();
  private Optional<Verdict> convergence = Optional.empty();

  /**
   * Starts watching.
   *
   * @param spec what counts as what
   * @param network the network, live
   * @param pass its passes over the training samples, live
   */
  Watch(TrainingSpec spec, Network network, Backpropagation pass) {
    this.spec = spec;
    this.network = network;
    this.pass = pass;
  }

  /** Takes note of the largest gradient norm of the updates that led away from an epoch's state. */
  void stepped(int epoch, double gradientNorm) {
    if (epoch == 0) {
      initialNorm = gradientNorm;
    }
    if (!(gradientNorm <= VANISHED * initialNorm)) {
      vanishedSince = epoch + 1;
    }
    lastNorm = gradientNorm;
    OptionalDouble tolerance = spec.tolerance().gradientNorm();
    if (tolerance.isPresent() && gradientNorm <= tolerance.getAsDouble()) {
      converge(epoch + 1, "gradient_norm", gradientNorm, tolerance.getAsDouble());
    }
  }

  /** Takes note of the loss after so many epochs and says whether to go on. */
  boolean goesOn(int epoch, double loss) {
    if (epoch == 0) {
      initialLoss = loss;
      bestLoss = loss;
    }
    escalate(epoch, loss);
    OptionalDouble tolerance = spec.tolerance().loss();
    if (tolerance.isPresent() && loss <= tolerance.getAsDouble()) {
      converge(epoch, "loss", loss, tolerance.getAsDouble());
    }
    if (loss < bestLoss) {
      bestLoss = loss;
      bestEpoch = epoch;
    }
    return convergence.isEmpty() && !mustStop(loss);
  }

  /** The verdict on the whole run. */
  Verdict verdict() {
    if (convergence.isPresent()) {
      return convergence.get();
    }
    if (divergence.isPresent()) {
      return divergence.get();
    }
    return hasStalled() ? stalled() : new Verdict.Completed();
  }

  private boolean mustStop(double loss) {
    return divergence.isPresent()
        && spec.stopOn().stream().anyMatch(condition -> applies(condition, loss));
  }

  private boolean applies(StopCondition condition, double loss) {
    return switch (condition) {
      case NON_FINITE -> firstLayerNotFinite().isPresent() || !Double.isFinite(loss);
      case EXPLODED -> loss > spec.explosionFactor() * Math.abs(initialLoss);
      case REBOUNDED -> bestLoss <= realImprovement() && loss > initialLoss;
    };
  }

  /** Keeps the first sign of the gravest kind: what has no finite values is more than a rebound. */
  private void escalate(int epoch, double loss) {
    for (StopCondition condition : StopCondition.values()) {
      boolean known = divergence.isPresent() && divergence.get().cause().compareTo(condition) <= 0;
      if (!known && applies(condition, loss)) {
        divergence = Optional.of(diverged(condition, epoch, loss));
      }
    }
  }

  private Verdict.Diverged diverged(StopCondition cause, int epoch, double loss) {
    OptionalInt layer =
        cause == StopCondition.NON_FINITE ? firstLayerNotFinite() : OptionalInt.empty();
    OptionalDouble limit =
        switch (cause) {
          case NON_FINITE -> OptionalDouble.empty();
          case EXPLODED -> OptionalDouble.of(spec.explosionFactor() * Math.abs(initialLoss));
          case REBOUNDED -> OptionalDouble.of(initialLoss);
        };
    return new Verdict.Diverged(cause, epoch, layer, loss, initialLoss, bestLoss, bestEpoch, limit);
  }

  private double realImprovement() {
    return initialLoss - REAL_IMPROVEMENT * Math.abs(initialLoss);
  }

  private void converge(int epoch, String quantity, double value, double tolerance) {
    if (convergence.isEmpty()) {
      convergence = Optional.of(new Verdict.Converged(epoch, quantity, value, tolerance));
    }
  }

  private boolean hasStalled() {
    return lastNorm <= VANISHED * initialNorm && bestLoss > realImprovement();
  }

  private Verdict stalled() {
    int deadest = 0;
    for (int layer = 1; layer < network.layers().size(); layer++) {
      deadest = pass.deadShare(layer) > pass.deadShare(deadest) ? layer : deadest;
    }
    double share = pass.deadShare(deadest);
    OptionalInt layer = share > 0 ? OptionalInt.of(deadest + 1) : OptionalInt.empty();
    return new Verdict.Stalled(vanishedSince, layer, share, lastNorm, initialNorm);
  }

  private OptionalInt firstLayerNotFinite() {
    for (int layer = 0; layer < network.layers().size(); layer++) {
      if (!pass.isFinite(layer)) {
        return OptionalInt.of(layer + 1);
      }
    }
    return OptionalInt.empty();
  }
}
