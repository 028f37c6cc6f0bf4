package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.training.Penalty;

/** The keys under {@code training.regularization}. */
public final class PenaltyKeys {
  private static final Key<Double> L1 =
      Key.of("l1", new Real(Range.atLeast(0)), "The factor of the sum of magnitudes.", "1e-4")
          .byDefault(Penalty.DEFAULT_FACTOR);

  private static final Key<Double> L2 =
      Key.of("l2", new Real(Range.atLeast(0)), "The factor of half the sum of squares.", "0.01")
          .byDefault(Penalty.DEFAULT_FACTOR);

  /** The key {@code biases}. */
  public static final Key<Boolean> BIASES =
      Key.of("biases", Words.TRUTH, "Whether trained biases count too.", "true")
          .byDefault(Penalty.DEFAULT_BIASES);

  static final Block<Penalty> BLOCK =
      Block.of(Penalty.class)
          .with(L1, Penalty::l1)
          .with(L2, Penalty::l2)
          .with(BIASES, Penalty::biases)
          .check(PenaltyKeys::check)
          .make(v -> new Penalty(v.of(L1), v.of(L2), v.of(BIASES)));

  private PenaltyKeys() {}

  private static void check(Values values, Scope scope) {
    boolean none =
        values.find(L1).filter(factor -> factor == 0).isPresent()
            && values.find(L2).filter(factor -> factor == 0).isPresent();
    if (none) {
      scope.trace().report(scope.path(), "penalises nothing", "l1 or l2 above 0");
    }
  }
}
