package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.data.Xor;

/** The keys of {@code generator: xor}. */
final class XorKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Xor.DEFAULT_SAMPLES);
  private static final Key<Double> NOISE = SampleKeys.noise(Xor.DEFAULT_NOISE);

  static final Block<Xor> BLOCK =
      Block.of(Xor.class)
          .with(SAMPLES, Xor::samples)
          .with(NOISE, Xor::noise)
          .make(v -> new Xor(v.of(SAMPLES), v.of(NOISE)));

  private XorKeys() {}
}
