package lockstep.training;

import lockstep.network.Descent;
import lockstep.network.Network;
import lockstep.network.UpdateJacobian;

/** Measures the curvature along the updates of one run, and leaves the run alone. */
final class StabilityProbe {
  private final StabilitySpec spec;
  private final UpdateJacobian jacobian;
  private final PowerIteration iteration;

  /**
   * Makes the buffers.
   *
   * @param spec how often to measure
   * @param task what is trained and how: full batches, by gradient descent
   * @param network the network, live; never changed
   * @param train its evaluation on the training samples
   * @throws IllegalArgumentException if the training makes other updates
   */
  StabilityProbe(StabilitySpec spec, TrainingTask task, Network network, Evaluation train) {
    TrainingSpec training = task.training();
    if (!training.isFullBatchDescent() || !network.dropout().isNone()) {
      throw new IllegalArgumentException(
          "no stability of "
              + training.updates()
              + " with "
              + training.batching()
              + ", "
              + network.dropout());
    }
    Descent descent =
        new Descent(network, task.deviations(), training.loss(), training.learningRate());
    this.spec = spec;
    this.jacobian = new UpdateJacobian(descent, train.inputs(), train.targets(), train.kernels());
    this.iteration = new PowerIteration(jacobian::multiply, jacobian.size());
  }

  /** Whether it measures at an epoch, which is not known to be the last one. */
  boolean measures(int epoch) {
    return epoch % spec.every() == 0;
  }

  /** Writes the {@link StabilitySpec#COLUMNS} of the current state to the end of a row. */
  void measure(double[] row) {
    jacobian.linearize();
    double curvature = iteration.largestEigenvalue();
    row[row.length - 2] = curvature;
    row[row.length - 1] = StabilitySpec.stableLearningRate(curvature);
  }
}
