package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Real;
import lockstep.network.Initializer.Uniform;

/** The keys of the initializer {@code uniform}. */
final class UniformKeys {
  private static final Key<Double> LOW =
      Key.of("low", Real.ANY, "The lower bound, included.", "-0.5");

  private static final Key<Double> HIGH =
      Key.of("high", Real.ANY, "The upper bound, excluded.", "0.5");

  static final Block<Uniform> BLOCK =
      Block.of(Uniform.class)
          .with(LOW, Uniform::low)
          .with(HIGH, Uniform::high)
          .check((v, scope) -> Intervals.check(v.find(LOW), v.find(HIGH), scope))
          .make(v -> new Uniform(v.of(LOW), v.of(HIGH)));

  private UniformKeys() {}
}
