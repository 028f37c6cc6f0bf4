package lockstep.training;

import java.util.List;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.network.Backpropagation;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;

/** The live network looked at on one set of samples: its outputs, loss and metrics. */
final class Evaluation {
  private final Backpropagation pass;
  private final Kernels kernels;
  private final DenseMatrix inputs;
  private final DenseMatrix targets;
  private final double[] errors;
  private DenseMatrix outputs;

  /**
   * Makes the buffers.
   *
   * @param network the network, live
   * @param samples the samples; copied
   * @param deviations for backward passes over these samples
   * @param kernels how to compute
   */
  Evaluation(Network network, Samples samples, Deviations deviations, Kernels kernels) {
    this.kernels = kernels;
    this.pass = new Backpropagation(network, deviations, samples.count(), kernels);
    this.inputs = DenseMatrix.transposeOf(samples.inputs());
    this.targets = DenseMatrix.transposeOf(samples.targets());
    this.errors = new double[targets.values().length];
    this.outputs = targets;
  }

  /** Passes the samples through the network as it is now. */
  void refresh() {
    outputs = pass.forward(inputs);
  }

  /**
   * Writes the loss and the metrics of the last {@link #refresh}.
   *
   * @param loss the loss
   * @param metrics the metrics
   * @param row where the numbers go
   * @param from the place of the loss; the metrics follow
   * @return the place after the last one
   */
  int measure(Loss loss, List<Metric> metrics, double[] row, int from) {
    row[from] = pass.loss(loss, targets);
    for (int index = 0; index < metrics.size(); index++) {
      row[from + 1 + index] = metrics.get(index).of(this);
    }
    return from + 1 + metrics.size();
  }

  /** Outputs minus targets, out x n, newly computed in a buffer that the caller may overwrite. */
  double[] errors() {
    double[] a = outputs.values();
    double[] y = targets.values();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = a[i] - y[i];
    }
    return errors;
  }

  Backpropagation pass() {
    return pass;
  }

  Kernels kernels() {
    return kernels;
  }

  int samples() {
    return inputs.getColumnDimension();
  }

  DenseMatrix inputs() {
    return inputs;
  }

  DenseMatrix targets() {
    return targets;
  }

  DenseMatrix outputs() {
    return outputs;
  }
}
