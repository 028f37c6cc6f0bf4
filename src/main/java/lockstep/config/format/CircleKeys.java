package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.data.Circles;
import lockstep.data.ClassSizes;

/** The keys of {@code generator: circles}. */
final class CircleKeys {
  private static final Key<ClassSizes> SAMPLES = SampleKeys.samplesOfTwo(Circles.DEFAULT_SAMPLES);

  private static final Key<Double> FACTOR =
      Key.of(
              "factor",
              new Real(Range.halfOpen(0, 1)),
              "The radius of the inner circle; the outer one's is 1.",
              "0.5")
          .byDefault(Circles.DEFAULT_FACTOR);

  private static final Key<Double> NOISE = SampleKeys.noise(Circles.DEFAULT_NOISE);
  private static final Key<Boolean> SHUFFLE = SampleKeys.shuffle(Circles.DEFAULT_SHUFFLE);

  static final Block<Circles> BLOCK =
      Block.of(Circles.class)
          .with(SAMPLES, Circles::sizes)
          .with(FACTOR, Circles::factor)
          .with(NOISE, Circles::noise)
          .with(SHUFFLE, Circles::shuffle)
          .make(v -> new Circles(v.of(SAMPLES), v.of(FACTOR), v.of(NOISE), v.of(SHUFFLE)));

  private CircleKeys() {}
}
