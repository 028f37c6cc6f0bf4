package lockstep.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lockstep.network.Backpropagation;
import lockstep.network.Network;

/** Looks at every epoch of a run, says when to stop, and collects what its verdict rests on. */
final class Watch {
  /** A gradient has vanished when its norm is at most this share of the first one's. */
  static final double VANISHED = 1e-6;

  private static final StopCondition[] CONDITIONS = StopCondition.values();

  private final Stopping stopping;
  private final Network network;
  private final Evaluation train;
  private final Map<StopCondition, Verdict.Diverged> divergences =
      new EnumMap<>(StopCondition.class);
  private final Optional<Progress> progress;
  private final Optional<Goal> goal;
  private final Deadline deadline;
  private Optional<Verdict> convergence = Optional.empty();
  private Optional<Verdict> interruption = Optional.empty();
  private double initialLoss;
  private double lastLoss;
  private double bestLoss;
  private int bestEpoch;
  private double initialNorm = Double.NaN;
  private double lastNorm = Double.NaN;
  private int vanishedSince;

  /**
   * Starts watching.
   *
   * @param stopping what counts as what
   * @param network the network, live
   * @param train its evaluation on the training samples, live
   * @param columns those of the history, the loss first
   */
  Watch(Stopping stopping, Network network, Evaluation train, List<String> columns) {
    this.stopping = stopping;
    this.network = network;
    this.train = train;
    this.progress = stopping.early().map(rule -> new Progress(rule, columns, network));
    this.goal = stopping.target().map(target -> new Goal(target, columns));
    this.deadline = Deadline.in(stopping.seconds());
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
    OptionalDouble tolerance = stopping.tolerance().gradientNorm();
    converge(epoch + 1, Verdict.Converged.GRADIENT_NORM, gradientNorm, tolerance);
  }

  /** Takes note of a row of the history and says whether to go on. */
  boolean goesOn(int epoch, double[] row) {
    double loss = row[0];
    if (epoch == 0) {
      initialLoss = loss;
      bestLoss = loss;
    }
    lastLoss = loss;
    boolean stop = false;
    for (StopCondition condition : CONDITIONS) {
      if (applies(condition, loss)) {
        divergences.computeIfAbsent(condition, cause -> diverged(cause, epoch, loss));
        stop |= stopping.stopOn().contains(condition);
      }
    }
    converge(epoch, Verdict.Converged.LOSS, loss, stopping.tolerance().loss());
    if (loss < bestLoss) {
      bestLoss = loss;
      bestEpoch = epoch;
    }
    reach(epoch, row);
    interrupt(epoch, row);
    return !stop && convergence.isEmpty() && interruption.isEmpty();
  }

  private void reach(int epoch, double[] row) {
    if (goal.isPresent() && goal.get().isReachedBy(row) && convergence.isEmpty()) {
      convergence = Optional.of(goal.get().verdict(epoch, row));
    }
  }

  private void interrupt(int epoch, double[] row) {
    if (progress.isPresent() && progress.get().isOver(epoch, row)) {
      interruption = Optional.of(progress.get().verdict());
    } else if (deadline.isOver()) {
      double seconds = stopping.seconds().orElseThrow();
      interruption = Optional.of(new Verdict.OutOfTime(epoch, seconds));
    }
  }

  /** Restores the parameters of the best epoch if that is asked for; gives their epoch. */
  int restore(int lastEpoch) {
    return progress.isPresent() ? progress.get().restore() : lastEpoch;
  }

  /** The verdict on the whole run. */
  Verdict verdict() {
    boolean vanished = lastNorm <= VANISHED * initialNorm;
    RunFacts.Vanishing vanishing = new RunFacts.Vanishing(vanishedSince, lastNorm, initialNorm);
    return new RunFacts(
            initialLoss,
            lastLoss,
            divergences,
            convergence,
            interruption,
            vanished ? Optional.of(vanishing) : Optional.empty(),
            deadest())
        .verdict();
  }

  private boolean applies(StopCondition condition, double loss) {
    return switch (condition) {
      case NON_FINITE -> !Double.isFinite(loss) || train.firstLayerNotFinite().isPresent();
      case EXPLODED -> loss > stopping.explosionFactor() * Math.abs(initialLoss);
      case REBOUNDED -> bestLoss <= RunFacts.realImprovement(initialLoss) && loss > initialLoss;
    };
  }

  private Verdict.Diverged diverged(StopCondition cause, int epoch, double loss) {
    OptionalInt layer =
        cause == StopCondition.NON_FINITE ? train.firstLayerNotFinite() : OptionalInt.empty();
    return new Verdict.Diverged(
        cause, epoch, layer, loss, initialLoss, bestLoss, bestEpoch, limit(cause));
  }

  private OptionalDouble limit(StopCondition cause) {
    return switch (cause) {
      case NON_FINITE -> OptionalDouble.empty();
      case EXPLODED -> OptionalDouble.of(stopping.explosionFactor() * Math.abs(initialLoss));
      case REBOUNDED -> OptionalDouble.of(initialLoss);
    };
  }

  private void converge(int epoch, String quantity, double value, OptionalDouble tolerance) {
    boolean reached = tolerance.isPresent() && value <= tolerance.getAsDouble();
    if (reached && convergence.isEmpty()) {
      convergence =
          Optional.of(new Verdict.Converged(epoch, quantity, value, tolerance.getAsDouble()));
    }
  }

  private RunFacts.DeadLayer deadest() {
    Backpropagation pass = train.pass();
    int deadest = 0;
    for (int layer = 1; layer < network.layers().size(); layer++) {
      deadest = pass.deadShare(layer) > pass.deadShare(deadest) ? layer : deadest;
    }
    return new RunFacts.DeadLayer(deadest + 1, pass.deadShare(deadest));
  }
}
