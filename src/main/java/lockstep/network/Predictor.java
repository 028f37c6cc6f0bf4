package lockstep.network;

import java.util.List;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A network with fixed parameters, for looking at what it has learned. Figures ask it thousands of
 * times for one sample, so the buffers of the last pass are kept; one thread at a time may use it.
 */
public final class Predictor {
  /** The most samples that pass together, so that many need no more room than their outputs. */
  private static final int TOGETHER = 1024;

  private final Network network;
  private final Kernels kernels;
  private Backpropagation pass;
  private DenseMatrix batch;

  /**
   * Fixes a network.
   *
   * @param activations one for each layer
   * @param parameters the weights and biases; copied
   * @param arithmetic how products are added, as in the training
   */
  public Predictor(List<Activation> activations, Parameters parameters, Arithmetic arithmetic) {
    this.network = new Network(activations, BiasMode.FROZEN, parameters);
    this.kernels = ScalarKernels.of(arithmetic);
    prepare(1);
  }

  /**
   * The outputs for some inputs.
   *
   * @param inputs n x in
   * @return n x out
   */
  public RealMatrix outputs(RealMatrix inputs) {
    return DenseMatrix.transposeOf(forward(inputs));
  }

  /**
   * The predicted classes.
   *
   * @param inputs n x in
   * @param rule how outputs are read as classes
   * @return n class numbers
   */
  public int[] classes(RealMatrix inputs, ClassRule rule) {
    DenseMatrix outputs = forward(inputs);
    int[] classes = new int[inputs.getRowDimension()];
    for (int sample = 0; sample < classes.length; sample++) {
      classes[sample] = rule.classOf(outputs, sample);
    }
    return classes;
  }

  private DenseMatrix forward(RealMatrix inputs) {
    int samples = inputs.getRowDimension();
    if (samples <= TOGETHER) {
      return together(inputs);
    }
    int last = network.layers().size() - 1;
    DenseMatrix outputs = new DenseMatrix(network.layers().get(last).units(), samples);
    for (int from = 0; from < samples; from += TOGETHER) {
      int to = Math.min(samples, from + TOGETHER) - 1;
      DenseMatrix part =
          together(inputs.getSubMatrix(from, to, 0, inputs.getColumnDimension() - 1));
      outputs.setSubMatrix(part.getData(), 0, from);
    }
    return outputs;
  }

  private DenseMatrix together(RealMatrix inputs) {
    int samples = inputs.getRowDimension();
    if (samples != batch.getColumnDimension()) {
      prepare(samples);
    }
    batch.setTo(inputs.transpose());
    return pass.forward(batch);
  }

  private void prepare(int samples) {
    batch = new DenseMatrix(network.layers().get(0).inputs(), samples);
    pass = new Backpropagation(network, Deviations.NONE, samples, kernels);
  }
}
