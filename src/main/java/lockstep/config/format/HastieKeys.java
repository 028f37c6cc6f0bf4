package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Words;
import lockstep.data.Hastie;

/** The keys of {@code generator: hastie_10_2}. */
final class HastieKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Hastie.DEFAULT_SAMPLES);

  private static final Key<Hastie.Labels> LABELS =
      Key.of(
              "labels",
              Words.of(Hastie.Labels.class),
              "What the targets are: -1 and 1 (signs), or the class numbers 0 and 1 (classes).",
              "classes")
          .byDefault(Hastie.DEFAULT_LABELS);

  static final Block<Hastie> BLOCK =
      Block.of(Hastie.class)
          .with(SAMPLES, Hastie::samples)
          .with(LABELS, Hastie::labels)
          .make(v -> new Hastie(v.of(SAMPLES), v.of(LABELS)));

  private HastieKeys() {}
}
