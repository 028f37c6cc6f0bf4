package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/**
 * One layer's part of a pass and of its derivative along a change of the parameters. A dot marks
 * the derivative; S is what the derivative of the activation is multiplied by in the backward pass,
 * 1 unless deviating; C are the weights that carry the error back.
 *
 * <pre>
 * ż  = Ẇᵀ x + ḃ + Wᵀ ẋ          ȧ  = f'(z) · ż
 * δ  = S e · f'(z)              δ̇  = S (ė · f'(z) + e · f''(z) · ż)
 * Ġ  = x δ̇ᵀ + ẋ δᵀ              ė' = Ċ δ + C δ̇
 * </pre>
 */
final class TangentPass {
  private final LayerPass pass;
  private final Deviations deviations;
  private final Kernels kernels;
  private final DenseMatrix errors;
  private final DenseMatrix slopes;
  private final DenseMatrix bends;
  private final DenseMatrix noBiases;
  private final DenseMatrix carriers;
  private final DenseMatrix weightChange;
  private final DenseMatrix biasChange;
  private final DenseMatrix sumTangents;
  private final DenseMatrix outputTangents;
  private final DenseMatrix deltaTangents;
  private final DenseMatrix weightResult;
  private final DenseMatrix biasResult;
  private final DenseMatrix carrierTangents;
  private final DenseMatrix unitScratch;
  private final DenseMatrix inputScratch;
  private final DenseMatrix weightScratch;

  TangentPass(LayerPass pass, Deviations deviations, Kernels kernels) {
    int samples = pass.batch();
    int units = pass.layer().units();
    int inputs = pass.layer().inputs();
    this.pass = pass;
    this.deviations = deviations;
    this.kernels = kernels;
    this.errors = new DenseMatrix(units, samples);
    this.slopes = new DenseMatrix(units, samples);
    this.bends = new DenseMatrix(units, samples);
    this.noBiases = new DenseMatrix(1, units);
    this.carriers = new DenseMatrix(inputs, units);
    this.weightChange = new DenseMatrix(inputs, units);
    this.biasChange = new DenseMatrix(1, units);
    this.sumTangents = new DenseMatrix(units, samples);
    this.outputTangents = new DenseMatrix(units, samples);
    this.deltaTangents = new DenseMatrix(units, samples);
    this.weightResult = new DenseMatrix(inputs, units);
    this.biasResult = new DenseMatrix(1, units);
    this.carrierTangents = new DenseMatrix(inputs, units);
    this.unitScratch = new DenseMatrix(units, samples);
    this.inputScratch = new DenseMatrix(inputs, samples);
    this.weightScratch = new DenseMatrix(inputs, units);
  }

  /** Passes samples forward and keeps the derivatives of the activation there. */
  void forward(DenseMatrix inputs) {
    pass.forward(inputs);
    if (!(pass.layer().activation() instanceof PointwiseActivation activation)) {
      return;
    }
    double[] z = pass.weightedSums().values();
    double[] a = pass.outputs().values();
    for (int i = 0; i < z.length; i++) {
      slopes.values()[i] = activation.derivative(z[i], a[i]);
      bends.values()[i] = activation.secondDerivative(z[i], a[i]);
    }
  }

  /** Turns dL/da, which stands in the deltas, into dL/dz, and keeps both. */
  void differentiateActivation() {
    copy(pass.deltas(), errors);
    pass.differentiateActivation();
  }

  /**
   * Carries the error back to the layer before.
   *
   * @param inputs the outputs of the layer before
   * @param learningRate what the weights are updated with before the error goes through them; 0 to
   *     carry it through those of the forward pass
   * @param before the layer before, whose deltas are overwritten with dL/da
   */
  void carryBack(DenseMatrix inputs, double learningRate, TangentPass before) {
    copy(pass.layer().weights(), carriers);
    if (learningRate > 0) {
      weightScratch.setToOuterProduct(inputs, pass.deltas(), kernels);
      carriers.addMultiple(-learningRate, weightScratch, kernels);
    }
    before.pass.deltas().setToProduct(carriers, pass.deltas(), kernels);
    before.differentiateActivation();
  }

  /** Takes over the change of the parameters; returns the place behind it. */
  int read(double[] change, int from) {
    double[] weights = weightChange.values();
    System.arraycopy(change, from, weights, 0, weights.length);
    int next = from + weights.length;
    if (!pass.layer().biasesTrained()) {
      return next;
    }
    double[] biases = biasChange.values();
    System.arraycopy(change, next, biases, 0, biases.length);
    return next + biases.length;
  }

  /** Writes the change of the update direction; returns the place behind it. */
  int write(double[] result, int from) {
    double[] weights = weightResult.values();
    System.arraycopy(weights, 0, result, from, weights.length);
    int next = from + weights.length;
    if (!pass.layer().biasesTrained()) {
      return next;
    }
    double[] biases = biasResult.values();
    System.arraycopy(biases, 0, result, next, biases.length);
    return next + biases.length;
  }

  /** ȧ of the first layer, whose inputs do not change. */
  void moveForward(DenseMatrix inputs) {
    sumTangents.setToWeightedSums(weightChange, inputs, biasChange, kernels);
    moveOutputs();
  }

  /** ȧ of a later layer. */
  void moveForward(TangentPass before) {
    sumTangents.setToWeightedSums(weightChange, before.pass.outputs(), biasChange, kernels);
    unitScratch.setToWeightedSums(pass.layer().weights(), before.outputTangents, noBiases, kernels);
    sumTangents.addMultiple(1, unitScratch, kernels);
    moveOutputs();
  }

  private void moveOutputs() {
    if (pass.layer().activation() instanceof Softmax) {
      Softmax.multiplyByJacobian(pass.outputs(), sumTangents, outputTangents);
    } else {
      multiply(slopes, sumTangents, outputTangents);
    }
  }

  /** δ̇ from ė, which stands in its place. */
  private void differentiateTangents() {
    double factor = pass.derivativeFactor();
    double[] tangents = deltaTangents.values();
    double[] e = errors.values();
    double[] moved = sumTangents.values();
    for (int i = 0; i < tangents.length; i++) {
      double turned = e[i] * bends.values()[i] * moved[i];
      tangents[i] = factor * (tangents[i] * slopes.values()[i] + turned);
    }
  }

  /** δ̇ of the last layer, whose error comes from the loss. */
  void startBack(OutputTangent output) {
    output.write(pass, outputTangents, deltaTangents);
    if (!output.combined()) {
      differentiateTangents();
    }
  }

  /** Ġ and ḃ's counterpart of the first layer. */
  void gather(DenseMatrix inputs) {
    weightResult.setToOuterProduct(inputs, deltaTangents, kernels);
    biasResult.setToRowSums(deltaTangents, kernels);
    if (deviations.biasGradient() == Deviations.BiasGradient.MEAN) {
      for (int unit = 0; unit < biasResult.values().length; unit++) {
        biasResult.values()[unit] /= pass.batch();
      }
    }
  }

  /** The same of a later layer, whose inputs change too. */
  void gather(TangentPass before) {
    gather(before.pass.outputs());
    weightScratch.setToOuterProduct(before.outputTangents, pass.deltas(), kernels);
    weightResult.addMultiple(1, weightScratch, kernels);
  }

  /** ė and with it δ̇ of the layer before. */
  void moveBack(double learningRate, TangentPass before) {
    copy(weightChange, carrierTangents);
    if (learningRate > 0) {
      carrierTangents.addMultiple(-learningRate, weightResult, kernels);
    }
    before.deltaTangents.setToProduct(carriers, deltaTangents, kernels);
    inputScratch.setToProduct(carrierTangents, pass.deltas(), kernels);
    before.deltaTangents.addMultiple(1, inputScratch, kernels);
    before.differentiateTangents();
  }

  private static void multiply(DenseMatrix one, DenseMatrix other, DenseMatrix target) {
    for (int i = 0; i < target.values().length; i++) {
      target.values()[i] = one.values()[i] * other.values()[i];
    }
  }

  private static void copy(DenseMatrix source, DenseMatrix target) {
    System.arraycopy(source.values(), 0, target.values(), 0, target.values().length);
  }

  LayerPass pass() {
    return pass;
  }
}
