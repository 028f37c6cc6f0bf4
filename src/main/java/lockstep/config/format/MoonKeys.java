package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.data.ClassSizes;
import lockstep.data.Moons;

/** The keys of {@code generator: moons}. */
final class MoonKeys {
  private static final Key<ClassSizes> SAMPLES = SampleKeys.samplesOfTwo(Moons.DEFAULT_SAMPLES);
  private static final Key<Double> NOISE = SampleKeys.noise(Moons.DEFAULT_NOISE);
  private static final Key<Boolean> SHUFFLE = SampleKeys.shuffle(Moons.DEFAULT_SHUFFLE);

  static final Block<Moons> BLOCK =
      Block.of(Moons.class)
          .with(SAMPLES, Moons::sizes)
          .with(NOISE, Moons::noise)
          .with(SHUFFLE, Moons::shuffle)
          .make(v -> new Moons(v.of(SAMPLES), v.of(NOISE), v.of(SHUFFLE)));

  private MoonKeys() {}
}
