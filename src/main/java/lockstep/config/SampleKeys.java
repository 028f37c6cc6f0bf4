package lockstep.config;

import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.data.Circles;

/** The keys that several generators have. */
final class SampleKeys {
  static final Whole COUNTS = new Whole(1, Integer.MAX_VALUE);

  /** Samples, of which scikit-learn makes 100 by default. */
  static final Key<Long> SAMPLES =
      Key.of("samples", COUNTS, "How many samples are made.", "1000")
          .byDefault(Circles.DEFAULT_SAMPLES);

  static final Key<Double> NOISE =
      Key.of(
              "noise",
              new Real(Range.atLeast(0)),
              "The standard deviation of normal noise on each coordinate, or on the target of a"
                  + " regression; 0 draws nothing.",
              "0.1")
          .byDefault(0.0);

  static final Key<Boolean> SHUFFLE =
      Key.of("shuffle", Words.TRUTH, "Whether the samples come in random order.", "false")
          .byDefault(true);

  private SampleKeys() {}
}
