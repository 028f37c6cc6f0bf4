package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.training.EarlyStopping;
import lockstep.training.StopCondition;
import lockstep.training.Stopping;
import lockstep.training.Target;
import lockstep.training.Tolerance;

/** The keys under {@code training} that say what ends a run before its last epoch. */
public final class StoppingKeys {
  private static final Key<List<StopCondition>> STOP_ON =
      Key.of(
              "stop_on",
              ListOf.distinct(
                  "a list of non_finite, exploded, rebounded", Words.of(StopCondition.class)),
              "Which signs of divergence end the run; the others are only recorded.",
              "[non_finite]")
          .byDefault(Stopping.DEFAULT_STOP_ON);

  private static final Key<Double> EXPLOSION_FACTOR =
      Key.of(
              "explosion_factor",
              new Real(Range.above(1)),
              "A loss above this multiple of the initial loss has exploded.",
              "100")
          .byDefault(Stopping.DEFAULT_EXPLOSION_FACTOR);

  private static final Key<Double> LOSS_TOLERANCE =
      Key.of(
              "loss",
              new Real(Range.atLeast(0)),
              "Training has converged when the loss is at most this.",
              "1e-3")
          .otherwise("no such test");

  private static final Key<Double> GRADIENT_NORM =
      Key.of(
              "gradient_norm",
              new Real(Range.atLeast(0)),
              "Training has converged when the largest Euclidean norm of the gradients of an"
                  + " epoch's updates is at most this: that of the one update of full, the largest"
                  + " of one sample's with per_sample.",
              "1e-6")
          .otherwise("no such test");

  private static final Block<Tolerance> TOLERANCE_BLOCK =
      Block.of(Tolerance.class)
          .maybe(LOSS_TOLERANCE, tolerance -> boxed(tolerance.loss()))
          .maybe(GRADIENT_NORM, tolerance -> boxed(tolerance.gradientNorm()))
          .check(StoppingKeys::checkTolerance)
          .make(
              v -> new Tolerance(unboxed(v.find(LOSS_TOLERANCE)), unboxed(v.find(GRADIENT_NORM))));

  private static final Key<Tolerance> TOLERANCE =
      Key.of(
              "tolerance",
              TOLERANCE_BLOCK,
              "When training counts as converged and ends.",
              "{gradient_norm: 1e-6}")
          .otherwise("every epoch is run");

  /** The key {@code metric} of early stopping. */
  public static final Key<String> EARLY_METRIC =
      Key.of(
          "metric",
          Text.ANY,
          "The column of the history that is to become better.",
          "validation_loss");

  private static final Key<Integer> PATIENCE =
      Key.of("patience", Whole.from(1), "How many epochs in a row may be no better.", "20")
          .byDefault(EarlyStopping.DEFAULT_PATIENCE);

  private static final Key<Double> MIN_IMPROVEMENT =
      Key.of(
              "min_improvement",
              new Real(Range.atLeast(0)),
              "By more than how much a better value must differ from the best one so far.",
              "1e-4")
          .byDefault(EarlyStopping.DEFAULT_MIN_IMPROVEMENT);

  private static final Key<Boolean> RESTORE_BEST =
      Key.of(
              "restore_best",
              Words.TRUTH,
              "Whether the run leaves the parameters of its best epoch, not of its last: what"
                  + " is told of its end is then told of the best epoch.",
              "false")
          .byDefault(EarlyStopping.DEFAULT_RESTORE_BEST);

  private static final Block<EarlyStopping> EARLY_BLOCK =
      Block.of(EarlyStopping.class)
          .with(EARLY_METRIC, EarlyStopping::metric)
          .with(PATIENCE, EarlyStopping::patience)
          .with(MIN_IMPROVEMENT, EarlyStopping::minImprovement)
          .with(RESTORE_BEST, EarlyStopping::restoreBest)
          .make(
              v ->
                  new EarlyStopping(
                      v.of(EARLY_METRIC),
                      v.of(PATIENCE),
                      v.of(MIN_IMPROVEMENT),
                      v.of(RESTORE_BEST)));

  /** The key {@code early_stopping}. */
  public static final Key<EarlyStopping> EARLY_STOPPING =
      Key.of(
              "early_stopping",
              EARLY_BLOCK,
              "Ends the run when a quantity has not become better for a while (Prechelt, Early stopping"
                  + " - but when?, 1998).",
              "{metric: validation_loss}")
          .otherwise("no such test");

  /** The key {@code metric} of a target. */
  public static final Key<String> TARGET_METRIC =
      Key.of("metric", Text.ANY, "The column of the history that is to reach it.", "accuracy");

  private static final Key<Double> TARGET_VALUE =
      Key.of("value", Real.ANY, "What is to be reached.", "0.95");

  private static final Block<Target> TARGET_BLOCK =
      Block.of(Target.class)
          .with(TARGET_METRIC, Target::metric)
          .with(TARGET_VALUE, Target::value)
          .make(v -> new Target(v.of(TARGET_METRIC), v.of(TARGET_VALUE)));

  /** The key {@code target}. */
  public static final Key<Target> TARGET =
      Key.of(
              "target",
              TARGET_BLOCK,
              "Ends the run, as converged, when a quantity is at most this; at least this where"
                  + " larger values are better.",
              "{metric: accuracy, value: 0.95}")
          .otherwise("no such test");

  /** The key {@code seconds}. */
  public static final Key<Double> SECONDS =
      Key.of(
              "seconds",
              new Real(Range.above(0)),
              "Ends the run with the epoch in which this time is over. Such a run is not"
                  + " reproducible: another one can end at another epoch.",
              "10")
          .otherwise("no limit");

  static final Block<Stopping> BLOCK =
      Block.of(Stopping.class)
          .with(STOP_ON, Stopping::stopOn)
          .with(EXPLOSION_FACTOR, Stopping::explosionFactor)
          .unless(Tolerance.NONE, TOLERANCE, Stopping::tolerance)
          .maybe(EARLY_STOPPING, Stopping::early)
          .maybe(TARGET, Stopping::target)
          .maybe(SECONDS, stopping -> boxed(stopping.seconds()))
          .make(
              v ->
                  new Stopping(
                      v.of(STOP_ON),
                      v.of(EXPLOSION_FACTOR),
                      v.find(TOLERANCE).orElse(Tolerance.NONE),
                      v.find(EARLY_STOPPING),
                      v.find(TARGET),
                      unboxed(v.find(SECONDS))));

  private StoppingKeys() {}

  private static void checkTolerance(Values values, Scope scope) {
    if (values.given().isEmpty()) {
      scope.trace().report(scope.path(), "tolerates nothing", "loss or gradient_norm");
    }
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble unboxed(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
