package lockstep.training;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lockstep.network.Deviations;

/**
 * All that a training run is told beside the network and the data.
 *
 * @param training how to train
 * @param deviations where to depart from the textbook
 * @param metrics what to measure beside the loss
 * @param rates the learning rate of each epoch
 * @param snapshotEpochs after which epochs a copy of the parameters is kept
 * @param analysis what to look into beside the training
 */
public record TrainingTask(
    TrainingSpec training,
    Deviations deviations,
    RateRange rates,
    List<Metric> metrics,
    Set<Integer> snapshotEpochs,
    Analysis analysis) {
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
    this(training, deviations, RateRange.of(training), metrics, snapshotEpochs, Analysis.NONE);
  }
}
