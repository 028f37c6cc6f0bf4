package lockstep.training;

/**
 * What an update does.
 *
 * @param rule what it follows
 */
public record Updates(UpdateRule rule) {
  /** Plain gradient descent with one learning rate, where nothing is said. */
  public static final Updates DESCENT = new Updates(UpdateRule.GRADIENT_DESCENT);

  /** Rosenblatt's rule. */
  public static final Updates PERCEPTRON = new Updates(UpdateRule.PERCEPTRON);

  /** Whether it is plain gradient descent with the same rate throughout. */
  public boolean isDescent() {
    return equals(DESCENT);
  }
}
