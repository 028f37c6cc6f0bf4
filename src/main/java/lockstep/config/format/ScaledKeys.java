package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Words;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.network.Initializer.Distribution;
import lockstep.network.Initializer.He;
import lockstep.network.Initializer.Xavier;
import lockstep.network.ScaledInitializer.Lecun;
import lockstep.network.ScaledInitializer.Orthogonal;

/** The keys of the initializers that are scaled by the size of their layer. */
final class ScaledKeys {
  private static final Key<Distribution> DISTRIBUTION =
      Key.of(
              "distribution",
              Words.of(Distribution.class),
              "The shape of the distribution that is drawn from.",
              "normal")
          .byDefault(InitSection.DEFAULT_DISTRIBUTION);

  private static final Key<Double> GAIN =
      Key.of("gain", new Real(Range.above(0)), "Multiplies every value.", "1.6666666666666667")
          .otherwise("1");

  private static final Key<Double> SLOPE =
      Key.of(
              "slope",
              new Real(Range.halfOpen(0, 1)),
              "The slope of leaky_relu where z is not above 0: the variance is divided by 1 +"
                  + " slope^2.",
              "0.01")
          .otherwise("0");

  static final Block<Xavier> XAVIER =
      Block.of(Xavier.class)
          .with(DISTRIBUTION, Xavier::distribution)
          .unless(Xavier.DEFAULT_GAIN, GAIN, Xavier::gain)
          .make(v -> new Xavier(v.of(DISTRIBUTION), v.find(GAIN).orElse(Xavier.DEFAULT_GAIN)));

  static final Block<He> HE =
      Block.of(He.class)
          .with(DISTRIBUTION, He::distribution)
          .unless(He.DEFAULT_SLOPE, SLOPE, He::slope)
          .make(v -> new He(v.of(DISTRIBUTION), v.find(SLOPE).orElse(He.DEFAULT_SLOPE)));

  static final Block<Lecun> LECUN =
      Block.of(Lecun.class)
          .with(DISTRIBUTION, Lecun::distribution)
          .make(v -> new Lecun(v.of(DISTRIBUTION)));

  static final Block<Orthogonal> ORTHOGONAL =
      Block.of(Orthogonal.class)
          .unless(Orthogonal.DEFAULT_GAIN, GAIN, Orthogonal::gain)
          .make(v -> new Orthogonal(v.find(GAIN).orElse(Orthogonal.DEFAULT_GAIN)));

  private ScaledKeys() {}
}
