package lockstep.config.format;

import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.data.LowRank;
import lockstep.data.Regression;

/** The keys of {@code generator: regression}. */
final class RegressionKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Regression.DEFAULT_SAMPLES);

  private static final Key<Integer> FEATURES =
      Key.of("features", Whole.size(1), "The number of inputs.", "4")
          .byDefault(Regression.DEFAULT_FEATURES);

  private static final Key<Integer> INFORMATIVE =
      Key.of(
              "informative",
              Whole.size(1),
              "The number of inputs on which the targets depend; more than there are means all.",
              "2")
          .byDefault(Regression.DEFAULT_INFORMATIVE);

  private static final Key<Integer> TARGETS =
      Key.of("targets", Whole.size(1), "The number of targets.", "2")
          .byDefault(Regression.DEFAULT_TARGETS);

  private static final Key<Double> BIAS =
      Key.of("bias", Real.ANY, "What is added to every target.", "1.5")
          .byDefault(Regression.DEFAULT_BIAS);

  private static final Key<Integer> EFFECTIVE_RANK =
      Key.of(
              "effective_rank",
              Whole.size(1),
              "About how many directions explain most of the inputs, which then are correlated.",
              "2")
          .otherwise("independent standard normal inputs");

  private static final Key<Double> TAIL_STRENGTH =
      Key.of(
              "tail_strength",
              new Real(Range.closed(0, 1)),
              "With an effective rank: the share of the singular values that falls slowly.",
              "0.2")
          .otherwise(LowRank.DEFAULT_TAIL_STRENGTH + ", with an effective rank");

  private static final Key<Double> NOISE = SampleKeys.noise(Regression.DEFAULT_NOISE);

  private static final Key<Boolean> SHUFFLE =
      Key.of("shuffle", Words.TRUTH, "Whether samples and inputs come in random order.", "false")
          .byDefault(Regression.DEFAULT_SHUFFLE);

  static final Block<Regression> BLOCK =
      Block.of(Regression.class)
          .with(SAMPLES, Regression::samples)
          .with(FEATURES, Regression::features)
          .with(INFORMATIVE, Regression::informative)
          .with(TARGETS, Regression::targets)
          .with(BIAS, Regression::bias)
          .maybe(EFFECTIVE_RANK, made -> made.lowRank().map(LowRank::effectiveRank))
          .maybe(TAIL_STRENGTH, made -> made.lowRank().map(LowRank::tailStrength))
          .with(NOISE, Regression::noise)
          .with(SHUFFLE, Regression::shuffle)
          .check(RegressionKeys::checkTail)
          .make(RegressionKeys::make);

  private RegressionKeys() {}

  private static Regression make(Values v) {
    double tailStrength = v.find(TAIL_STRENGTH).orElse(LowRank.DEFAULT_TAIL_STRENGTH);
    Optional<LowRank> lowRank = v.find(EFFECTIVE_RANK).map(rank -> new LowRank(rank, tailStrength));
    return new Regression(
        v.of(SAMPLES),
        v.of(FEATURES),
        v.of(INFORMATIVE),
        v.of(TARGETS),
        v.of(BIAS),
        lowRank,
        v.of(NOISE),
        v.of(SHUFFLE));
  }

  private static void checkTail(Values values, Scope scope) {
    boolean tail = values.given().contains(TAIL_STRENGTH.name());
    if (tail && !values.given().contains(EFFECTIVE_RANK.name())) {
      String path = scope.child(TAIL_STRENGTH.name()).path();
      scope.trace().report(path, "has no meaning without effective_rank", "both, or neither");
    }
  }
}
