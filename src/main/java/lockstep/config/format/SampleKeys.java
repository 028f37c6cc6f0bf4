package lockstep.config.format;

import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;

/** The keys that several generators have, each with a default of its own. */
final class SampleKeys {
  /** Numbers too large for any computer are read too: what they would need is then told. */
  static final Whole COUNTS = new Whole(1, Long.MAX_VALUE);

  private SampleKeys() {}

  static Key<Long> samples(long byDefault) {
    return Key.of("samples", COUNTS, "How many samples are made.", "1000").byDefault(byDefault);
  }

  static Key<Double> noise(double byDefault) {
    return Key.of(
            "noise",
            new Real(Range.atLeast(0)),
            "The standard deviation of normal noise on each coordinate, or on the target of a"
                + " regression; 0 draws nothing.",
            "0.1")
        .byDefault(byDefault);
  }

  static Key<Boolean> shuffle(boolean byDefault) {
    return Key.of("shuffle", Words.TRUTH, "Whether the samples come in random order.", "false")
        .byDefault(byDefault);
  }
}
