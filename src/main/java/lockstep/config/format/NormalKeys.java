package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.network.Initializer.Normal;
import lockstep.network.Initializer.TruncatedNormal;

/** The keys of the initializers that draw from a normal distribution. */
final class NormalKeys {
  private static final Key<Double> MEAN =
      Key.of("mean", Real.ANY, "The mean of the normal distribution.", "0")
          .byDefault(Normal.DEFAULT_MEAN);

  private static final Key<Double> STD =
      Key.of(
          "std",
          new Real(Range.atLeast(0)),
          "The standard deviation of the normal distribution.",
          "0.1");

  private static final Key<Double> BOUND =
      Key.of(
              "bound",
              new Real(Range.atLeast(TruncatedNormal.SMALLEST_BOUND)),
              "How many standard deviations a value may be from the mean; others are drawn anew.",
              "3")
          .byDefault(TruncatedNormal.DEFAULT_BOUND);

  static final Block<Normal> NORMAL =
      Block.of(Normal.class)
          .with(MEAN, Normal::mean)
          .with(STD, Normal::std)
          .make(v -> new Normal(v.of(MEAN), v.of(STD)));

  static final Block<TruncatedNormal> TRUNCATED_NORMAL =
      Block.of(TruncatedNormal.class)
          .with(MEAN, TruncatedNormal::mean)
          .with(STD, TruncatedNormal::std)
          .with(BOUND, TruncatedNormal::bound)
          .make(v -> new TruncatedNormal(v.of(MEAN), v.of(STD), v.of(BOUND)));

  private NormalKeys() {}
}
