package lockstep.expectation;

import java.util.List;
import java.util.Optional;
import lockstep.config.Expectation.Quantity;
import lockstep.experiment.TrialResult;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import lockstep.network.Backpropagation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.LayerUpdate;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.OutputError;
import lockstep.network.Parameters;
import org.apache.commons.math3.linear.RealMatrix;

/** One layer at one moment of a finished run, its passes made again to look at them. */
final class LayerView {
  private final TrialResult result;
  private final Parameters parameters;
  private final int layer;

  /**
   * Looks at a layer.
   *
   * @param layer its index, 0 being the first after the inputs
   */
  LayerView(TrialResult result, Parameters parameters, int layer) {
    this.result = result;
    this.parameters = parameters;
    this.layer = layer;
  }

  /** One row of numbers as a matrix, 1 x in. */
  static DenseMatrix row(List<Double> numbers) {
    DenseMatrix row = new DenseMatrix(1, numbers.size());
    for (int column = 0; column < numbers.size(); column++) {
      row.setEntry(0, column, numbers.get(column));
    }
    return row;
  }

  /**
   * A quantity of the layer, in the shape that {@link Quantity} states.
   *
   * @param input the sample that is passed through, for the quantities that need one
   */
  RealMatrix of(Quantity quantity, Optional<List<Double>> input) {
    Parameters.Layer here = parameters.layers().get(layer);
    return switch (quantity) {
      case WEIGHTS -> here.weights();
      case BIASES -> here.biases();
      case WEIGHT_GRADIENT -> gradient().weights();
      case BIAS_GRADIENT -> gradient().biases();
      case INPUT_GRADIENT -> DenseMatrix.transposeOf(trained().inputErrors(layer));
      case PRE_ACTIVATIONS -> DenseMatrix.transposeOf(passed(input).weightedSums(layer));
      case ACTIVATIONS -> DenseMatrix.transposeOf(passed(input).activations(layer));
    };
  }

  private Parameters.Layer gradient() {
    return trained().gradient().layers().get(layer);
  }

  private Backpropagation trained() {
    RealMatrix inputs = result.data().train().inputs();
    Backpropagation pass = pass(inputs, result.spec().deviations());
    DenseMatrix targets = DenseMatrix.transposeOf(result.data().train().targets());
    Loss loss = result.spec().training().loss().fittedTo(result.data().train().targets());
    OutputError error = OutputError.of(loss);
    pass.backward(error, targets, LayerUpdate.NONE);
    return pass;
  }

  private Backpropagation passed(Optional<List<Double>> input) {
    List<Double> sample =
        input.orElseThrow(() -> new IllegalArgumentException("no input to pass through"));
    return pass(result.data().scalings().scaleInputs(row(sample)), Deviations.NONE);
  }

  private Backpropagation pass(RealMatrix inputs, Deviations deviations) {
    Network network = new Network(result.spec().network().activations(), BiasMode.ON, parameters);
    Kernels kernels = ScalarKernels.of(result.spec().training().arithmetic());
    Backpropagation pass =
        new Backpropagation(network, deviations, inputs.getRowDimension(), kernels);
    pass.forward(DenseMatrix.transposeOf(inputs));
    return pass;
  }
}
