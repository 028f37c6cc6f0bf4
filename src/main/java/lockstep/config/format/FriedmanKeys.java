package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.data.Friedman;

/** The keys of the generators {@code friedman1}, {@code friedman2} and {@code friedman3}. */
final class FriedmanKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Friedman.DEFAULT_SAMPLES);

  private static final Key<Integer> FEATURES =
      Key.of(
              "features",
              Whole.size(Friedman.First.NEEDED),
              "The number of inputs; those beyond the fifth have no effect.",
              "10")
          .byDefault(Friedman.First.DEFAULT_FEATURES);

  private static final Key<Double> NOISE = SampleKeys.noise(Friedman.DEFAULT_NOISE);

  static final Block<Friedman.First> FIRST =
      Block.of(Friedman.First.class)
          .with(SAMPLES, Friedman::samples)
          .with(FEATURES, Friedman::features)
          .with(NOISE, Friedman::noise)
          .make(v -> new Friedman.First(v.of(SAMPLES), v.of(FEATURES), v.of(NOISE)));

  static final Block<Friedman.Second> SECOND =
      Block.of(Friedman.Second.class)
          .with(SAMPLES, Friedman::samples)
          .with(NOISE, Friedman::noise)
          .make(v -> new Friedman.Second(v.of(SAMPLES), v.of(NOISE)));

  static final Block<Friedman.Third> THIRD =
      Block.of(Friedman.Third.class)
          .with(SAMPLES, Friedman::samples)
          .with(NOISE, Friedman::noise)
          .make(v -> new Friedman.Third(v.of(SAMPLES), v.of(NOISE)));

  private FriedmanKeys() {}
}
