package lockstep.training.optimizer;

import lockstep.decimal.ShortestDecimal;

/**
 * How an update changes parameters θ along their gradient g: an immutable choice, which starts the
 * state that a run keeps of each matrix of parameters. With t the number of the update from 1, ρ
 * the learning rate, and everything element by element.
 *
 * <p>The formulas are those of PyTorch's {@code torch.optim}, with its defaults, so that a file's
 * values mean here what they mean there; the sources name where each comes from. Every operation is
 * rounded by itself, in the order of the formula.
 */
public sealed interface Optimizer
    permits Adadelta, Adagrad, Adam, Adamax, AdamW, AmsGrad, Nadam, RmsProp, Rprop, Sgd {
  /**
   * Starts a run's state.
   *
   * @param count how many parameters the matrix has
   */
  OptimizerState start(int count);

  /** How many numbers the state keeps of each parameter. */
  int numbersPerParameter();

  /**
   * Refuses a parameter that is not in [least, limit).
   *
   * @param name what it is
   * @param value its value
   * @param least the smallest value
   * @param limit what it must be below
   */
  static void check(String name, double value, double least, double limit) {
    if (!(value >= least && value < limit)) {
      throw new IllegalArgumentException(name + " " + ShortestDecimal.format(value));
    }
  }
}
