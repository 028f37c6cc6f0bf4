package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Real;
import lockstep.data.PolynomialRegression;

/** The keys of {@code generator: polynomial}. */
final class PolynomialKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(PolynomialRegression.DEFAULT_SAMPLES);

  private static final Key<List<Double>> COEFFICIENTS =
      Key.of(
          "coefficients",
          ListOf.atLeast(
              1, "a list with one number for each power, from the constant on", Real.ANY),
          "What each power of the input is multiplied by, the constant first.",
          "[1, 0, -2, 0.5]");

  private static final Key<Double> LOW =
      Key.of("low", Real.ANY, "The first input.", "0").byDefault(PolynomialRegression.DEFAULT_LOW);

  private static final Key<Double> HIGH =
      Key.of("high", Real.ANY, "The last input, above low.", "2")
          .byDefault(PolynomialRegression.DEFAULT_HIGH);

  private static final Key<Double> NOISE = SampleKeys.noise(PolynomialRegression.DEFAULT_NOISE);

  static final Block<PolynomialRegression> BLOCK =
      Block.of(PolynomialRegression.class)
          .with(SAMPLES, PolynomialRegression::samples)
          .with(COEFFICIENTS, PolynomialRegression::coefficients)
          .with(LOW, PolynomialRegression::low)
          .with(HIGH, PolynomialRegression::high)
          .with(NOISE, PolynomialRegression::noise)
          .check((v, scope) -> Intervals.check(v.find(LOW), v.find(HIGH), scope))
          .make(
              v ->
                  new PolynomialRegression(
                      v.of(SAMPLES), v.of(COEFFICIENTS), v.of(LOW), v.of(HIGH), v.of(NOISE)));

  private PolynomialKeys() {}
}
