package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
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

  private static final Key<Tolerance> TOLERANCE =
      Key.of(
              "tolerance",
              () -> ToleranceKeys.BLOCK,
              "When training counts as converged and ends.",
              "{gradient_norm: 1e-6}")
          .otherwise("every epoch is run");

  /** The key {@code early_stopping}. */
  public static final Key<EarlyStopping> EARLY_STOPPING =
      Key.of(
              "early_stopping",
              () -> EarlyStoppingKeys.BLOCK,
              "Ends the run when a quantity has not become better for a while (Prechelt, Early stopping"
                  + " - but when?, 1998).",
              "{metric: validation_loss}")
          .otherwise("no such test");

  /** The key {@code target}. */
  public static final Key<Target> TARGET =
      Key.of(
              "target",
              () -> TargetKeys.BLOCK,
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

  static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static OptionalDouble unboxed(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
