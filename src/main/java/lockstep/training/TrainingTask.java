package lockstep.training;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lockstep.network.Deviations;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * All that a training run is told beside the network and the data.
 *
 * @param training how to train
 * @param deviations where to depart from the textbook
 * @param metrics what to measure beside the loss
 * @param range learning rates that take the place of the stated ones, for a range test
 * @param snapshotEpochs after which epochs a copy of the parameters is kept
 * @param analysis what to look into beside the training
 * @param best which epoch's parameters are kept beside those that the run leaves; empty to keep
 *     none
 */
public record TrainingTask(
    TrainingSpec training,
    Deviations deviations,
    Optional<RateRange> range,
    List<Metric> metrics,
    Set<Integer> snapshotEpochs,
    Analysis analysis,
    Optional<BestRule> best) {
  /** Copies the collections. */
  public TrainingTask {
    metrics = List.copyOf(metrics);
    snapshotEpochs = Collections.unmodifiableSet(new TreeSet<>(snapshotEpochs));
  }

  /** The same with the learning rate that the specification states, and no analysis. */
  public TrainingTask(
      TrainingSpec training,
      Deviations deviations,
      List<Metric> metrics,
      Set<Integer> snapshotEpochs) {
    this(
        training,
        deviations,
        Optional.empty(),
        metrics,
        snapshotEpochs,
        Analysis.NONE,
        Optional.empty());
  }

  /**
   * The same with a loss in which everything is settled that depends on the training targets.
   *
   * @param targets of the training samples, n x out
   */
  public TrainingTask fittedTo(RealMatrix targets) {
    TrainingSpec fitted = training.with(training.loss().fittedTo(targets));
    return new TrainingTask(fitted, deviations, range, metrics, snapshotEpochs, analysis, best);
  }
}
