package lockstep.network;

import lockstep.matrix.DenseMatrix;

/** One fully connected layer with its current parameters; a run changes them in place. */
public final class Layer {
  private final DenseMatrix weights;
  private final DenseMatrix biases;
  private final Activation activation;
  private final boolean biasesTrained;

  Layer(Parameters.Layer initial, Activation activation, boolean biasesTrained) {
    this.weights = DenseMatrix.copyOf(initial.weights());
    this.biases = DenseMatrix.copyOf(initial.biases());
    this.activation = activation;
    this.biasesTrained = biasesTrained;
  }

  /** The live weights, in x out. */
  public DenseMatrix weights() {
    return weights;
  }

  /** The live biases, 1 x out. */
  public DenseMatrix biases() {
    return biases;
  }

  /** Whether an update may change the biases. */
  public boolean biasesTrained() {
    return biasesTrained;
  }

  Activation activation() {
    return activation;
  }

  int inputs() {
    return weights.getRowDimension();
  }

  int units() {
    return weights.getColumnDimension();
  }
}
