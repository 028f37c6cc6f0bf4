package lockstep.training;

import java.util.Objects;
import java.util.Optional;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.Sgd;

/**
 * What an update does.
 *
 * @param rule what it follows
 * @param optimizer how the parameters move along a gradient
 * @param scheduling how the learning rate changes; empty for the same rate throughout
 * @param penalty what is minimised besides the loss
 * @param clipping how large gradients are cut, those of the penalty included
 */
public record Updates(
    UpdateRule rule,
    Optimizer optimizer,
    Optional<Scheduling> scheduling,
    Penalty penalty,
    Clipping clipping) {
  /** Plain gradient descent with one learning rate, where nothing is said. */
  public static final Updates DESCENT = new Updates(UpdateRule.GRADIENT_DESCENT);

  /** Rosenblatt's rule. */
  public static final Updates PERCEPTRON = new Updates(UpdateRule.PERCEPTRON);

  /** A rule with everything else as where nothing is said. */
  public Updates(UpdateRule rule) {
    this(rule, Sgd.PLAIN, Optional.empty(), Penalty.NONE, Clipping.NONE);
  }

  /** Gradient descent by an optimizer, with everything else as where nothing is said. */
  public static Updates by(Optimizer optimizer) {
    return new Updates(
        UpdateRule.GRADIENT_DESCENT, optimizer, Optional.empty(), Penalty.NONE, Clipping.NONE);
  }

  /** The same with a schedule. */
  public Updates with(Scheduling other) {
    return new Updates(rule, optimizer, Optional.of(other), penalty, clipping);
  }

  /** The same with another penalty. */
  public Updates with(Penalty other) {
    return new Updates(rule, optimizer, scheduling, other, clipping);
  }

  /** The same with other clipping. */
  public Updates with(Clipping other) {
    return new Updates(rule, optimizer, scheduling, penalty, other);
  }

  /** Whether it is plain gradient descent on the loss alone, with the same rate throughout. */
  public boolean isDescent() {
    return rule == UpdateRule.GRADIENT_DESCENT
        && Objects.equals(optimizer, Sgd.PLAIN)
        && scheduling.isEmpty()
        && penalty.isNone()
        && Objects.equals(clipping, Clipping.NONE);
  }
}
