package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.network.Backpropagation;
import lockstep.network.LayerUpdate;
import lockstep.network.Loss;
import lockstep.network.OutputError;

/** Room for one batch of samples, and its passes. */
final class SampleBatch {
  private final Evaluation train;
  private final Backpropagation pass;
  private final DenseMatrix inputs;
  private final DenseMatrix targets;

  /**
   * Makes the buffers.
   *
   * @param train the training samples
   * @param pass a pass over as many samples as the batch has
   * @param size how many that is
   */
  SampleBatch(Evaluation train, Backpropagation pass, int size) {
    this.train = train;
    this.pass = pass;
    this.inputs = new DenseMatrix(train.inputs().getRowDimension(), size);
    this.targets = new DenseMatrix(train.targets().getRowDimension(), size);
  }

  int size() {
    return inputs.getColumnDimension();
  }

  /** Takes the samples from a place of an order on, and passes them forward. */
  void forward(SampleOrder order, int from) {
    for (int place = 0; place < size(); place++) {
      copyColumn(train.inputs(), order.at(from + place), inputs, place);
      copyColumn(train.targets(), order.at(from + place), targets, place);
    }
    pass.forward(inputs);
  }

  private static void copyColumn(DenseMatrix source, int column, DenseMatrix target, int place) {
    int columns = source.getColumnDimension();
    int places = target.getColumnDimension();
    for (int row = 0; row < source.getRowDimension(); row++) {
      target.values()[row * places + place] = source.values()[row * columns + column];
    }
  }

  /** The loss of the samples. */
  double loss(Loss loss) {
    return pass.loss(loss, targets);
  }

  /** Passes the error back; gives the norm of the gradient. */
  double backward(OutputError error, LayerUpdate update) {
    pass.backward(error, targets, update);
    return pass.gradientNorm();
  }
}
