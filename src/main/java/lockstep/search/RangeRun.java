package lockstep.search;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Search.RangeTest;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.training.RateRange;
import lockstep.training.TrainingObserver;

/**
 * A learning-rate range test: a run whose learning rate grew from epoch to epoch.
 *
 * @param result what came of the run
 * @param rates the learning rate of each epoch
 */
public record RangeRun(TrialResult result, RateRange rates) {

  /**
   * Runs a range test.
   *
   * @param experiment one that asks for it
   * @param observer who is told of each epoch
   */
  public static RangeRun of(Experiment experiment, TrainingObserver observer) {
    RangeTest test = (RangeTest) experiment.search().orElseThrow();
    ExperimentSpec spec = experiment.spec(0);
    RateRange rates = new RateRange(test.low(), test.high(), test.epochs());
    return new RangeRun(Trial.run(spec, rates, observer), rates);
  }

  /** How many epochs were trained. */
  public int epochs() {
    return result.history().lastEpoch();
  }

  /**
   * The loss after an epoch.
   *
   * @param epoch from 1; 0 for the untrained network
   */
  public double loss(int epoch) {
    return result.history().at("loss", epoch);
  }

  /**
   * The learning rate of an epoch.
   *
   * @param epoch from 1
   */
  public double rate(int epoch) {
    return rates.at(epoch - 1);
  }

  /** The epoch after which the loss was lowest; empty if it never fell below the initial one. */
  public OptionalInt lowest() {
    int best = 0;
    for (int epoch = 1; epoch <= epochs(); epoch++) {
      best = loss(epoch) < loss(best) ? epoch : best;
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /**
   * The epoch up to the lowest loss in which the loss fell most, counting half of each neighbour:
   * where the central difference of the loss over the logarithm of the rate is lowest.
   *
   * @return empty if the loss never fell
   */
  public OptionalInt steepest() {
    if (lowest().isEmpty()) {
      return OptionalInt.empty();
    }
    int last = Math.min(lowest().getAsInt(), epochs() - 1);
    return IntStream.rangeClosed(1, Math.max(1, last))
        .boxed()
        .min((one, other) -> Double.compare(slope(one), slope(other)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private double slope(int epoch) {
    double slope = loss(Math.min(epoch + 1, epochs())) - loss(epoch - 1);
    return Double.isFinite(slope) ? slope : Double.POSITIVE_INFINITY;
  }

  /** Whether the loss was still at its lowest in the end. */
  public boolean stillFalling() {
    return lowest().isPresent() && lowest().getAsInt() == rates.epochs();
  }
}
