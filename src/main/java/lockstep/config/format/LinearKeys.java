package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Real;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.data.Coefficients;
import lockstep.data.LinearRegression;

/** The keys of {@code generator: linear}. */
final class LinearKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(LinearRegression.DEFAULT_SAMPLES);
  private static final Key<List<Double>> COEFFICIENTS =
      Key.of(
              "coefficients",
              ListOf.atLeast(1, "a list with one number for each input", Real.ANY),
              "The slopes; their number is the number of inputs.",
              "[2, -1]")
          .otherwise("drawn uniformly from [-1, 1)");

  private static final Key<Integer> FEATURES =
      Key.of("features", Whole.size(1), "The number of inputs, if the slopes are drawn.", "3")
          .otherwise(Coefficients.Drawn.DEFAULT_FEATURES + ", unless coefficients are given");

  private static final Key<Double> INTERCEPT =
      Key.of("intercept", Real.ANY, "The target where all inputs are 0.", "0.5")
          .byDefault(LinearRegression.DEFAULT_INTERCEPT);

  private static final Key<Double> NOISE = SampleKeys.noise(LinearRegression.DEFAULT_NOISE);

  static final Block<LinearRegression> BLOCK =
      Block.of(LinearRegression.class)
          .with(SAMPLES, LinearRegression::samples)
          .maybe(COEFFICIENTS, linear -> given(linear.coefficients()))
          .maybe(FEATURES, linear -> drawn(linear.coefficients()))
          .with(INTERCEPT, LinearRegression::intercept)
          .with(NOISE, LinearRegression::noise)
          .exclusive(COEFFICIENTS, FEATURES)
          .make(
              v ->
                  new LinearRegression(
                      v.of(SAMPLES), coefficients(v), v.of(INTERCEPT), v.of(NOISE)));

  private LinearKeys() {}

  private static Coefficients coefficients(Values values) {
    int features = values.find(FEATURES).orElse(Coefficients.Drawn.DEFAULT_FEATURES);
    return values
        .find(COEFFICIENTS)
        .<Coefficients>map(Coefficients.Given::new)
        .orElseGet(() -> new Coefficients.Drawn(features));
  }

  private static Optional<List<Double>> given(Coefficients coefficients) {
    return coefficients instanceof Coefficients.Given some
        ? Optional.of(some.values())
        : Optional.empty();
  }

  private static Optional<Integer> drawn(Coefficients coefficients) {
    return coefficients instanceof Coefficients.Drawn some
        ? Optional.of(some.features())
        : Optional.empty();
  }
}
