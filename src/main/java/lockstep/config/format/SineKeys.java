package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Real;
import lockstep.data.SineRegression;

/** The keys of {@code generator: sine}. */
final class SineKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(SineRegression.DEFAULT_SAMPLES);

  private static final Key<Double> LOW =
      Key.of("low", Real.ANY, "The first input.", "0").byDefault(SineRegression.DEFAULT_LOW);

  private static final Key<Double> HIGH =
      Key.of("high", Real.ANY, "The last input, above low.", "6.28")
          .byDefault(SineRegression.DEFAULT_HIGH);

  private static final Key<Double> NOISE = SampleKeys.noise(SineRegression.DEFAULT_NOISE);

  static final Block<SineRegression> BLOCK =
      Block.of(SineRegression.class)
          .with(SAMPLES, SineRegression::samples)
          .with(LOW, SineRegression::low)
          .with(HIGH, SineRegression::high)
          .with(NOISE, SineRegression::noise)
          .check((v, scope) -> Intervals.check(v.find(LOW), v.find(HIGH), scope))
          .make(v -> new SineRegression(v.of(SAMPLES), v.of(LOW), v.of(HIGH), v.of(NOISE)));

  private SineKeys() {}
}
