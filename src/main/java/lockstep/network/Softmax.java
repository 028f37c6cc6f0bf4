package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.Kernels;

/**
 * The outputs of a sample as probabilities of its classes: aⱼ = e^(zⱼ - m) / Σₖ e^(zₖ - m), where m
 * is the largest z, so that nothing overflows. For the output layer: each output depends on the
 * weighted sums of all units. Bridle, "Probabilistic Interpretation of Feedforward Classification
 * Network Outputs, with Relationships to Statistical Pattern Recognition", 1990.
 */
public record Softmax() implements Activation {

  @Override
  public void apply(DenseMatrix z, DenseMatrix a, Kernels kernels) {
    int units = z.getRowDimension();
    int samples = z.getColumnDimension();
    double[] sums = z.values();
    double[] outputs = a.values();
    for (int sample = 0; sample < samples; sample++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = sample; i < units * samples; i += samples) {
        largest = Math.max(largest, sums[i]);
      }
      double total = 0;
      for (int i = sample; i < units * samples; i += samples) {
        outputs[i] = ElementaryFunctions.exp(sums[i] - largest);
        total += outputs[i];
      }
      for (int i = sample; i < units * samples; i += samples) {
        outputs[i] /= total;
      }
    }
  }

  /** dL/dzⱼ = aⱼ (dL/daⱼ - Σₖ aₖ dL/daₖ). */
  @Override
  public void differentiate(LayerPass pass, Kernels kernels) {
    multiplyByJacobian(pass.outputs(), pass.deltas(), pass.deltas());
  }

  /**
   * Multiplies each sample's column with da/dz, which is symmetric.
   *
   * @param outputs a, out x n
   * @param factors out x n
   * @param products out x n; overwritten; may be the same matrix
   */
  static void multiplyByJacobian(DenseMatrix outputs, DenseMatrix factors, DenseMatrix products) {
    int samples = outputs.getColumnDimension();
    double[] a = outputs.values();
    for (int sample = 0; sample < samples; sample++) {
      double mean = 0;
      for (int i = sample; i < a.length; i += samples) {
        mean += a[i] * factors.values()[i];
      }
      for (int i = sample; i < a.length; i += samples) {
        products.values()[i] = a[i] * (factors.values()[i] - mean);
      }
    }
  }

  @Override
  public boolean isFlat(LayerPass pass, int unit) {
    double[] a = pass.outputs().values();
    int samples = pass.outputs().getColumnDimension();
    for (int i = unit * samples; i < (unit + 1) * samples; i++) {
      if (a[i] * (1 - a[i]) != 0) {
        return false;
      }
    }
    return true;
  }
}
