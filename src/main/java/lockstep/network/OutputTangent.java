package lockstep.network;

import lockstep.matrix.DenseMatrix;

/**
 * How the error at the output changes with the outputs: the derivative of {@link OutputError}.
 *
 * @param loss the loss
 * @param targets out x n
 * @param combined whether the loss and the activation are differentiated together
 */
record OutputTangent(Loss loss, DenseMatrix targets, boolean combined) {

  /**
   * Writes δ̇ if they are differentiated together, else ė.
   *
   * @param last the last layer after its forward pass
   * @param outputTangents ȧ, out x n
   * @param target out x n; overwritten
   */
  void write(LayerPass last, DenseMatrix outputTangents, DenseMatrix target) {
    double divisor = loss.divisor(last.layer().units(), last.outputs().getColumnDimension());
    if (combined) {
      ((ClassificationLoss) loss)
          .writeCombinedTangents(
              targets, last.derivativeFactor() / divisor, outputTangents.values(), target.values());
    } else {
      double[] a = last.outputs().values();
      double[] y = targets.values();
      for (int i = 0; i < a.length; i++) {
        double bend = loss.secondDerivative(a[i], y[i]);
        target.values()[i] = 1 / divisor * bend * outputTangents.values()[i];
      }
    }
  }
}
