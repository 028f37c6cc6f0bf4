package lockstep.network;

import java.util.List;
import lockstep.matrix.DenseMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A network with fixed parameters, for looking at what it has learned.
 *
 * @param activations one for each layer
 * @param parameters the weights and biases
 */
public record Predictor(List<Activation> activations, Parameters parameters) {
  /** Copies the list. */
  public Predictor {
    activations = List.copyOf(activations);
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
   * The predicted classes, by {@link ClassRule}.
   *
   * @param inputs n x in
   * @return n class numbers
   */
  public int[] classes(RealMatrix inputs) {
    DenseMatrix outputs = forward(inputs);
    int[] classes = new int[inputs.getRowDimension()];
    for (int sample = 0; sample < classes.length; sample++) {
      classes[sample] = ClassRule.classOf(outputs, sample);
    }
    return classes;
  }

  private DenseMatrix forward(RealMatrix inputs) {
    Network network = new Network(activations, BiasMode.FROZEN, parameters);
    return new Backpropagation(network, Deviations.NONE, inputs.getRowDimension())
        .forward(DenseMatrix.transposeOf(inputs));
  }
}
