package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.data.Scaling;
import lockstep.data.Scaling.MinMax;
import lockstep.data.Scaling.Standard;

/** The keys that say how samples are scaled, and the table of scalings. */
public final class ScalingKeys {
  private static final Key<Boolean> WITH_MEAN =
      Key.of(
              "with_mean",
              Words.TRUTH,
              "Whether the mean of the training part is subtracted.",
              "false")
          .byDefault(Standard.DEFAULT.withMean());

  private static final Key<Boolean> WITH_STD =
      Key.of(
              "with_std",
              Words.TRUTH,
              "Whether it is divided by the standard deviation of the training part.",
              "true")
          .byDefault(Standard.DEFAULT.withStd());

  private static final Key<Double> LOW =
      Key.of("low", Real.ANY, "What the smallest value of the training part becomes.", "-1")
          .byDefault(MinMax.DEFAULT.low());

  private static final Key<Double> HIGH =
      Key.of(
              "high",
              Real.ANY,
              "What the largest value of the training part becomes; above low.",
              "1")
          .byDefault(MinMax.DEFAULT.high());

  private static final Block<Standard> STANDARD =
      Block.of(Standard.class)
          .with(WITH_MEAN, Standard::withMean)
          .with(WITH_STD, Standard::withStd)
          .check(ScalingKeys::checkStandard)
          .make(v -> new Standard(v.of(WITH_MEAN), v.of(WITH_STD)));

  private static final Block<MinMax> MIN_MAX =
      Block.of(MinMax.class)
          .with(LOW, MinMax::low)
          .with(HIGH, MinMax::high)
          .check(ScalingKeys::checkRange)
          .make(v -> new MinMax(v.of(LOW), v.of(HIGH)));

  /** The scalings: a row for each. */
  private static final List<Option<? extends Scaling>> TABLE =
      List.of(
          new Option<>(
              "standard",
              Standard.class,
              STANDARD,
              "(x - mean) / std, so that mean 0 and standard deviation 1 come out on the training"
                  + " part, as scikit-learn's StandardScaler."),
          new Option<>(
              "min_max",
              MinMax.class,
              MIN_MAX,
              "low + (x - smallest) (high - low) / (largest - smallest), from low to high on the"
                  + " training part, as scikit-learn's MinMaxScaler."));

  static final Type<Scaling> TYPE = new Choice<>("a scaling", Scaling.class, TABLE);

  private ScalingKeys() {}

  private static void checkStandard(Values values, Scope scope) {
    if (!values.find(WITH_MEAN).orElse(true) && !values.find(WITH_STD).orElse(true)) {
      String path = scope.child(WITH_STD.name()).path();
      scope.trace().report(path, "nothing is left to scale", "with_mean or with_std");
    }
  }

  private static void checkRange(Values values, Scope scope) {
    double low = values.find(LOW).orElse(Double.NEGATIVE_INFINITY);
    double high = values.find(HIGH).orElse(Double.POSITIVE_INFINITY);
    if (!(low < high)) {
      String path = scope.child(HIGH.name()).path();
      scope.trace().report(path, "is not above low", "a real number above low");
    }
  }
}
