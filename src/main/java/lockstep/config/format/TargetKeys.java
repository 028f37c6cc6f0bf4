package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Real;
import lockstep.config.binding.Text;
import lockstep.training.Target;

/** The keys under {@code training.target}. */
final class TargetKeys {
  private static final Key<String> METRIC =
      Key.of("metric", Text.ANY, "The column of the history that is to reach it.", "accuracy");

  private static final Key<Double> VALUE =
      Key.of("value", Real.ANY, "What is to be reached.", "0.95");

  static final Block<Target> BLOCK =
      Block.of(Target.class)
          .with(METRIC, Target::metric)
          .with(VALUE, Target::value)
          .make(v -> new Target(v.of(METRIC), v.of(VALUE)));

  private TargetKeys() {}
}
