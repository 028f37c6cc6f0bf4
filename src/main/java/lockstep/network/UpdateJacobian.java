package lockstep.network;

import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * J = dg/dθ, the Jacobian of the update direction g with respect to the trained parameters θ, as
 * products with vectors. g is what full-batch gradient descent subtracts, times the learning rate,
 * with all deviations; without any it is the gradient of the loss and J its Hessian, which is
 * symmetric.
 *
 * <p>The products are exact up to rounding: the forward and the backward pass are differentiated
 * along the vector (Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6,
 * 1994), so there is no step size. At the kink of an activation its derivative is the stated one
 * and does not change; finite differences would take the jump there for a curvature without bound.
 *
 * <p>Parameters are in the order of the layers, each with its weights, row by row, and then its
 * biases, if they are trained.
 */
public final class UpdateJacobian {
  private final Descent descent;
  private final DenseMatrix inputs;
  private final List<TangentPass> passes;
  private final OutputTangent output;
  private final double carryingRate;
  private final int size;

  /**
   * Makes the buffers.
   *
   * @param descent what is linearised
   * @param inputs the training samples, in x n
   * @param targets out x n
   * @param kernels how to compute
   */
  public UpdateJacobian(Descent descent, DenseMatrix inputs, DenseMatrix targets, Kernels kernels) {
    this.descent = descent;
    this.inputs = inputs;
    int samples = inputs.getColumnDimension();
    Deviations deviations = descent.deviations();
    this.passes =
        descent.network().layers().stream()
            .map(layer -> LayerPass.ofBatch(layer, deviations, kernels, samples))
            .map(pass -> new TangentPass(pass, deviations, kernels))
            .toList();
    boolean combined = OutputError.isCombined(descent.loss(), last().pass().layer());
    this.output = new OutputTangent(descent.loss(), targets, combined);
    boolean updateFirst = deviations.hiddenGradient() == Deviations.HiddenGradient.UPDATED_WEIGHTS;
    this.carryingRate = updateFirst ? descent.learningRate() : 0;
    this.size = descent.network().layers().stream().mapToInt(UpdateJacobian::trained).sum();
  }

  private static int trained(Layer layer) {
    return layer.weights().values().length
        + (layer.biasesTrained() ? layer.biases().values().length : 0);
  }

  /** The number of trained parameters. */
  public int size() {
    return size;
  }

  /** Linearises at the network's current parameters; the products that follow belong to them. */
  public void linearize() {
    passes.get(0).forward(inputs);
    for (int index = 1; index < passes.size(); index++) {
      passes.get(index).forward(outputsBefore(index));
    }
    startBack();
    for (int index = passes.size() - 1; index > 0; index--) {
      passes.get(index).carryBack(outputsBefore(index), carryingRate, passes.get(index - 1));
    }
  }

  private void startBack() {
    if (output.combined()) {
      OutputError.of(descent.loss()).write(last().pass(), output.targets());
    } else {
      OutputError.writeDerivatives(descent.loss(), last().pass(), output.targets());
      last().differentiateActivation();
    }
  }

  /**
   * Multiplies with the Jacobian.
   *
   * @param vector as many numbers as there are trained parameters
   * @param result as many; overwritten with J · vector
   */
  public void multiply(double[] vector, double[] result) {
    int place = 0;
    for (TangentPass pass : passes) {
      place = pass.read(vector, place);
    }
    passes.get(0).moveForward(inputs);
    for (int index = 1; index < passes.size(); index++) {
      passes.get(index).moveForward(passes.get(index - 1));
    }
    last().startBack(output);
    for (int index = passes.size() - 1; index > 0; index--) {
      passes.get(index).gather(passes.get(index - 1));
      passes.get(index).moveBack(carryingRate, passes.get(index - 1));
    }
    passes.get(0).gather(inputs);
    place = 0;
    for (TangentPass pass : passes) {
      place = pass.write(result, place);
    }
  }

  private DenseMatrix outputsBefore(int index) {
    return passes.get(index - 1).pass().outputs();
  }

  private TangentPass last() {
    return passes.get(passes.size() - 1);
  }
}
