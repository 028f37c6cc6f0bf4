package lockstep.config.sweep;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.sweep.Distribution.Integers;
import lockstep.config.sweep.Distribution.LogUniform;
import lockstep.config.sweep.Distribution.Normal;
import lockstep.config.sweep.Distribution.OneOf;
import lockstep.config.sweep.Distribution.Quantized;
import lockstep.config.sweep.Distribution.Uniform;

/** The table of distributions that values of a sweep can be drawn from. */
final class DistributionKeys {
  private static final int LARGEST_INTEGER = 1_000_000_000;

  private static final Key<Double> LOW = Key.of("low", Real.ANY, "The lower bound.", "0");

  private static final Key<Double> HIGH = Key.of("high", Real.ANY, "The upper bound.", "1");

  private static final Key<Double> ABOVE_ZERO =
      Key.of("low", new Real(Range.above(0)), "The lower bound.", "1e-4");

  private static final Key<Double> STEP =
      Key.of("step", new Real(Range.above(0)), "The distance of neighbours.", "0.05");

  private static final Key<Integer> FIRST =
      Key.of("low", Whole.small(-LARGEST_INTEGER, LARGEST_INTEGER), "The smallest, included.", "2");

  private static final Key<Integer> LAST =
      Key.of(
          "high", Whole.small(-LARGEST_INTEGER, LARGEST_INTEGER), "The largest, included.", "16");

  private static final Key<Double> MEAN = Key.of("mean", Real.ANY, "The mean.", "0");

  private static final Key<Double> STD =
      Key.of("std", new Real(Range.above(0)), "The standard deviation.", "1");

  private static final Type<OneOf> ONE_OF =
      Mapped.of(
          OneOf.class,
          ListOf.atLeast(1, "a list of values", AnyValue.TYPE),
          OneOf::new,
          OneOf::values);

  private static final Block<Uniform> UNIFORM =
      Block.of(Uniform.class)
          .with(LOW, Uniform::low)
          .with(HIGH, Uniform::high)
          .check((values, scope) -> ordered(values, scope, LOW, HIGH))
          .make(v -> new Uniform(v.of(LOW), v.of(HIGH)));

  private static final Block<LogUniform> LOG_UNIFORM =
      Block.of(LogUniform.class)
          .with(ABOVE_ZERO, LogUniform::low)
          .with(HIGH, LogUniform::high)
          .check((values, scope) -> ordered(values, scope, ABOVE_ZERO, HIGH))
          .make(v -> new LogUniform(v.of(ABOVE_ZERO), v.of(HIGH)));

  private static final Block<Quantized> QUANTIZED =
      Block.of(Quantized.class)
          .with(LOW, Quantized::low)
          .with(HIGH, Quantized::high)
          .with(STEP, Quantized::step)
          .check((values, scope) -> ordered(values, scope, LOW, HIGH))
          .check(DistributionKeys::countable)
          .make(v -> new Quantized(v.of(LOW), v.of(HIGH), v.of(STEP)));

  private static final Block<Integers> INTEGERS =
      Block.of(Integers.class)
          .with(FIRST, Integers::low)
          .with(LAST, Integers::high)
          .check((values, scope) -> ordered(values, scope, FIRST, LAST))
          .make(v -> new Integers(v.of(FIRST), v.of(LAST)));

  private static final Block<Normal> NORMAL =
      Block.of(Normal.class)
          .with(MEAN, Normal::mean)
          .with(STD, Normal::std)
          .make(v -> new Normal(v.of(MEAN), v.of(STD)));

  /** What the values of a key are drawn from. */
  static final Choice<Distribution> DISTRIBUTION =
      new Choice<>(
          "a distribution",
          Distribution.class,
          List.of(
              new Option<>("choice", OneOf.class, ONE_OF, "One of the values.", "[relu, tanh]"),
              new Option<>("uniform", Uniform.class, UNIFORM, "Any number in [low, high)."),
              new Option<>(
                  "log_uniform",
                  LogUniform.class,
                  LOG_UNIFORM,
                  "Any number in [low, high], every order of magnitude equally likely."),
              new Option<>(
                  "quantized", Quantized.class, QUANTIZED, "One of low, low + step, ... to high."),
              new Option<>(
                  "integers", Integers.class, INTEGERS, "A whole number from low to high."),
              new Option<>("normal", Normal.class, NORMAL, "The normal distribution.")));

  private DistributionKeys() {}

  private static <N extends Number> void ordered(
      Values values, Scope scope, Key<N> low, Key<N> high) {
    boolean both = values.find(low).isPresent() && values.find(high).isPresent();
    if (both && !(values.of(low).doubleValue() < values.of(high).doubleValue())) {
      scope.trace().report(scope.child("high").path(), "is not above low", "low below high");
    }
  }

  private static void countable(Values values, Scope scope) {
    boolean all = values.find(LOW).isPresent() && values.find(HIGH).isPresent();
    if (all && values.find(STEP).isPresent()) {
      double steps = (values.of(HIGH) - values.of(LOW)) / values.of(STEP);
      if (steps > AxisValues.MOST) {
        String expected = "at most " + AxisValues.MOST + " steps from low to high";
        scope.trace().report(scope.child("step").path(), "is too small", expected);
      }
    }
  }
}
