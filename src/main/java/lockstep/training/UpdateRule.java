package lockstep.training;

/** When and by what the parameters are changed. */
public enum UpdateRule {
  /** Gradient descent: {@code w -= learning_rate · dL/dw}. */
  GRADIENT_DESCENT,
  /**
   * Rosenblatt's perceptron rule: with {@code error = output - target}, {@code w -= learning_rate ·
   * error · x} and {@code b -= learning_rate · error}, whatever the activation's derivative.
   */
  PERCEPTRON
}
