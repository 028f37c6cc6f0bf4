package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Words;
import lockstep.data.SCurve;
import lockstep.data.SwissRoll;

/** The keys of {@code generator: swiss_roll} and {@code generator: s_curve}. */
final class ManifoldKeys {
  private static final Key<Long> ROLL_SAMPLES = SampleKeys.samples(SwissRoll.DEFAULT_SAMPLES);
  private static final Key<Double> ROLL_NOISE = SampleKeys.noise(SwissRoll.DEFAULT_NOISE);

  private static final Key<Boolean> HOLE =
      Key.of("hole", Words.TRUTH, "Whether the middle of the sheet stays empty.", "true")
          .byDefault(SwissRoll.DEFAULT_HOLE);

  private static final Key<Long> CURVE_SAMPLES = SampleKeys.samples(SCurve.DEFAULT_SAMPLES);
  private static final Key<Double> CURVE_NOISE = SampleKeys.noise(SCurve.DEFAULT_NOISE);

  static final Block<SwissRoll> SWISS_ROLL =
      Block.of(SwissRoll.class)
          .with(ROLL_SAMPLES, SwissRoll::samples)
          .with(ROLL_NOISE, SwissRoll::noise)
          .with(HOLE, SwissRoll::hole)
          .make(v -> new SwissRoll(v.of(ROLL_SAMPLES), v.of(ROLL_NOISE), v.of(HOLE)));

  static final Block<SCurve> S_CURVE =
      Block.of(SCurve.class)
          .with(CURVE_SAMPLES, SCurve::samples)
          .with(CURVE_NOISE, SCurve::noise)
          .make(v -> new SCurve(v.of(CURVE_SAMPLES), v.of(CURVE_NOISE)));

  private ManifoldKeys() {}
}
