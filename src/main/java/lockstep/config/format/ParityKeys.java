package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.data.Parity;

/** The keys of {@code generator: parity}. */
final class ParityKeys {
  private static final Key<Integer> BITS =
      Key.of("bits", Whole.small(1, Parity.MOST_BITS), "The number of inputs.", "4");

  private static final Key<Long> SAMPLES =
      Key.of("samples", SampleKeys.COUNTS, "How many samples are made.", "1000")
          .otherwise("every pattern once");

  private static final Key<Double> NOISE = SampleKeys.noise(Parity.DEFAULT_NOISE);

  static final Block<Parity> BLOCK =
      Block.of(Parity.class)
          .with(BITS, Parity::bits)
          .with(SAMPLES, Parity::samples)
          .with(NOISE, Parity::noise)
          .make(
              v ->
                  new Parity(
                      v.of(BITS),
                      v.find(SAMPLES).orElseGet(() -> Parity.patterns(v.of(BITS))),
                      v.of(NOISE)));

  private ParityKeys() {}
}
