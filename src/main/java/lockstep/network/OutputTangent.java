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
    double[] a = last.outputs().values();
    double[] y = targets.values();
    double divisor =
        loss.reduction().divisor(last.layer().units(), last.outputs().getColumnDimension());
    double factor = combined ? last.derivativeFactor() / divisor : 1 / divisor;
    for (int i = 0; i < a.length; i++) {
      double bend = combined ? 1 : loss.secondDerivative(a[i], y[i]);
      target.values()[i] = factor * bend * outputTangents.values()[i];
    }
  }
}
