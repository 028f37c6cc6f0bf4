package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Words;
import lockstep.training.UpdateRule;
import lockstep.training.Updates;

/** The keys under {@code training} that say what an update does. */
public final class UpdateKeys {
  /** The key {@code rule}. */
  public static final Key<UpdateRule> RULE =
      Key.of(
              "rule",
              Words.of(UpdateRule.class),
              "What an update does: follow the gradient, or Rosenblatt's rule w -= learning_rate *"
                  + " (output - target) * x.",
              "perceptron")
          .byDefault(Updates.DESCENT.rule());

  static final Block<Updates> BLOCK =
      Block.of(Updates.class).with(RULE, Updates::rule).make(v -> new Updates(v.of(RULE)));

  private UpdateKeys() {}
}
