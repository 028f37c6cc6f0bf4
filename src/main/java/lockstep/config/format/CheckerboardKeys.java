package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.data.Checkerboard;

/** The keys of {@code generator: checkerboard}. */
final class CheckerboardKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Checkerboard.DEFAULT_SAMPLES);

  private static final Key<Integer> SQUARES =
      Key.of("squares", Whole.from(1), "How many squares there are on each side.", "3")
          .byDefault(Checkerboard.DEFAULT_SQUARES);

  private static final Key<Double> NOISE = SampleKeys.noise(Checkerboard.DEFAULT_NOISE);

  static final Block<Checkerboard> BLOCK =
      Block.of(Checkerboard.class)
          .with(SAMPLES, Checkerboard::samples)
          .with(SQUARES, Checkerboard::squares)
          .with(NOISE, Checkerboard::noise)
          .make(v -> new Checkerboard(v.of(SAMPLES), v.of(SQUARES), v.of(NOISE)));

  private CheckerboardKeys() {}
}
