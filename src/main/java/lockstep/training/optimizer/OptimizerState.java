package lockstep.training.optimizer;

import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;

/** What an optimizer remembers of one matrix of parameters; mutable, owned by one run. */
public interface OptimizerState {

  /**
   * Makes one update.
   *
   * @param parameters θ; changed in place
   * @param gradient g, of the same shape; not changed
   * @param learningRate ρ, above 0
   * @param kernels how to compute what the arithmetic of a run decides
   */
  void step(DenseMatrix parameters, DenseMatrix gradient, double learningRate, Kernels kernels);
}
