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
import lockstep.training.StopCondition;
import lockstep.training.Stopping;
import lockstep.training.Tolerance;

/** The keys under {@code training} that say what ends a run before its last epoch. */
final class StoppingKeys {
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
              "Training has converged when the largest Euclidean norm of the gradients of an epoch's"
                  + " updates is at most this: that of the one update of full, the largest of one"
                  + " sample's with per_sample.",
              "1e-6")
          .otherwise("no such test");

  private static final Block<Tolerance> TOLERANCE_BLOCK =
      Block.of(Tolerance.class)
          .maybe(LOSS_TOLERANCE, tolerance -> boxed(tolerance.loss()))
          .maybe(GRADIENT_NORM, tolerance -> boxed(tolerance.gradientNorm()))
          .make(
              v -> new Tolerance(unboxed(v.find(LOSS_TOLERANCE)), unboxed(v.find(GRADIENT_NORM))));

  private static final Key<Tolerance> TOLERANCE =
      Key.of(
              "tolerance",
              TOLERANCE_BLOCK,
              "When training counts as converged and ends.",
              "{gradient_norm: 1e-6}")
          .otherwise("every epoch is run");

  static final Block<Stopping> BLOCK =
      Block.of(Stopping.class)
          .with(STOP_ON, Stopping::stopOn)
          .with(EXPLOSION_FACTOR, Stopping::explosionFactor)
          .maybe(
              TOLERANCE,
              stopping -> Optional.of(stopping.tolerance()).filter(t -> !t.equals(Tolerance.NONE)))
          .make(
              v ->
                  new Stopping(
                      v.of(STOP_ON),
                      v.of(EXPLOSION_FACTOR),
                      v.find(TOLERANCE).orElse(Tolerance.NONE)));

  private StoppingKeys() {}

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble unboxed(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
