package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Whole;
import lockstep.data.Spirals;
import lockstep.data.TwoSpirals;

/** The keys of {@code generator: spirals} and {@code generator: two_spirals}. */
final class SpiralKeys {
  private static final Key<Integer> ARMS =
      Key.of("arms", Whole.size(1), "The number of arms, a class for each.", "2")
          .byDefault(Spirals.DEFAULT_ARMS);

  private static final Key<Long> PER_ARM =
      Key.of("per_arm", SampleKeys.COUNTS, "The number of samples of each arm.", "50")
          .byDefault(Spirals.DEFAULT_PER_ARM);

  private static final Key<Double> NOISE =
      Key.of(
              "noise",
              new Real(Range.atLeast(0)),
              "The standard deviation of normal noise on the angle, in radians; 0 draws nothing.",
              "0.2")
          .byDefault(Spirals.DEFAULT_NOISE);

  private static final Key<Long> PER_SPIRAL =
      Key.of("per_spiral", SampleKeys.COUNTS, "The number of samples of each spiral.", "50")
          .byDefault(TwoSpirals.DEFAULT_PER_SPIRAL);

  private static final Key<Double> COORDINATE_NOISE = SampleKeys.noise(TwoSpirals.DEFAULT_NOISE);

  static final Block<TwoSpirals> TWO =
      Block.of(TwoSpirals.class)
          .with(PER_SPIRAL, TwoSpirals::perSpiral)
          .with(COORDINATE_NOISE, TwoSpirals::noise)
          .make(v -> new TwoSpirals(v.of(PER_SPIRAL), v.of(COORDINATE_NOISE)));

  static final Block<Spirals> ARMED =
      Block.of(Spirals.class)
          .with(ARMS, Spirals::arms)
          .with(PER_ARM, Spirals::perArm)
          .with(NOISE, Spirals::noise)
          .make(v -> new Spirals(v.of(ARMS), v.of(PER_ARM), v.of(NOISE)));

  private SpiralKeys() {}
}
