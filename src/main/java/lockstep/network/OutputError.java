package lockstep.network;

import lockstep.matrix.DenseMatrix;

/** Where a backward pass starts: the error dL/dz of the last layer. */
@FunctionalInterface
public interface OutputError {

  /**
   * Writes the last layer's deltas.
   *
   * @param last the last layer after its forward pass; its deltas are overwritten
   * @param targets out x n
   */
  void write(LayerPass last, DenseMatrix targets);

  /** The derivative of a loss, combined with that of the activation where the loss does so. */
  static OutputError of(Loss loss) {
    return (last, targets) -> {
      if (isCombined(loss, last.layer())) {
        double factor = last.derivativeFactor() / divisor(loss, last);
        ((ClassificationLoss) loss)
            .writeCombined(last.outputs(), targets, factor, last.deltas().values());
      } else {
        writeDerivatives(loss, last, targets);
        last.differentiateActivation();
      }
    };
  }

  /** Whether a loss and the activation of the last layer are differentiated together. */
  static boolean isCombined(Loss loss, Layer last) {
    return loss instanceof ClassificationLoss classes && classes.isCombinedWith(last.activation());
  }

  /** Rosenblatt's rule: the plain difference of output and target, whatever the activation is. */
  static OutputError perceptron() {
    return (last, targets) -> writeDifferences(last, targets);
  }

  /**
   * Writes dL/da of every sample into the last layer's deltas.
   *
   * @param loss L
   * @param last the last layer after its forward pass
   * @param targets out x n
   */
  static void writeDerivatives(Loss loss, LayerPass last, DenseMatrix targets) {
    loss.writeDerivatives(last.outputs(), targets, divisor(loss, last), last.deltas().values());
  }

  private static void writeDifferences(LayerPass last, DenseMatrix targets) {
    double[] a = last.outputs().values();
    double[] y = targets.values();
    double[] delta = last.deltas().values();
    for (int i = 0; i < delta.length; i++) {
      delta[i] = a[i] - y[i];
    }
  }

  private static double divisor(Loss loss, LayerPass last) {
    return loss.divisor(last.layer().units(), last.batch());
  }
}
