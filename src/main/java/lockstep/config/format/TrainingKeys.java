package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.matrix.Arithmetic;
import lockstep.training.Batch;
import lockstep.training.StopCondition;
import lockstep.training.Tolerance;
import lockstep.training.TrainingSpec;
import lockstep.training.UpdateRule;

/** The keys under {@code training}. */
public final class TrainingKeys {
  /** An update uses all samples where nothing is said. */
  static final Batch DEFAULT_BATCH = Batch.FULL;

  /** Updates follow the gradient where nothing is said. */
  static final UpdateRule DEFAULT_RULE = UpdateRule.GRADIENT_DESCENT;

  /** What ends a run where nothing is said; a rebound alone is only recorded. */
  static final List<StopCondition> DEFAULT_STOP_ON =
      List.of(StopCondition.NON_FINITE, StopCondition.EXPLODED);

  /** Products are added with one rounding where nothing is said. */
  static final Arithmetic DEFAULT_ARITHMETIC = Arithmetic.FUSED;

  static final Key<Double> LEARNING_RATE =
      Key.of("learning_rate", new Real(Range.above(0)), "The step size of an update.", "0.005");

  /** The key {@code epochs}. */
  public static final Key<Integer> EPOCHS =
      Key.of(
          "epochs",
          Whole.size(0),
          "How often the whole training set is used; 0 only looks at the untrained network.",
          "150");

  /** The key {@code batch}. */
  public static final Key<Batch> BATCH =
      Key.of(
              "batch",
              Words.of(Batch.class),
              "How many samples go into one update: all (full), or one after the other in the order"
                  + " of the training set (per_sample).",
              "per_sample")
          .byDefault(DEFAULT_BATCH);

  /** The key {@code rule}. */
  public static final Key<UpdateRule> RULE =
      Key.of(
              "rule",
              Words.of(UpdateRule.class),
              "What an update does: follow the gradient, or Rosenblatt's rule w -= learning_rate *"
                  + " (output - target) * x.",
              "perceptron")
          .byDefault(DEFAULT_RULE);

  private static final Key<List<StopCondition>> STOP_ON =
      Key.of(
              "stop_on",
              ListOf.distinct(
                  "a list of non_finite, exploded, rebounded", Words.of(StopCondition.class)),
              "Which signs of divergence end the run; the others are only recorded.",
              "[non_finite]")
          .byDefault(DEFAULT_STOP_ON);

  private static final Key<Double> EXPLOSION_FACTOR =
      Key.of(
              "explosion_factor",
              new Real(Range.above(1)),
              "A loss above this multiple of the initial loss has exploded.",
              "100")
          .byDefault(TrainingSpec.DEFAULT_EXPLOSION_FACTOR);

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

  private static final Key<Arithmetic> ARITHMETIC =
      Key.of(
              "arithmetic",
              Words.of(Arithmetic.class),
              "How products are added: fused rounds once, separate twice, as code without fused"
                  + " instructions does; published numbers with 16 or 17 digits may need it.",
              "separate")
          .byDefault(DEFAULT_ARITHMETIC);

  static final Block<TrainingSpec> BLOCK =
      Block.of(TrainingSpec.class)
          .with(LossKeys.LOSS, TrainingSpec::loss)
          .with(LEARNING_RATE, TrainingSpec::learningRate)
          .with(EPOCHS, TrainingSpec::epochs)
          .with(BATCH, TrainingSpec::batch)
          .with(RULE, TrainingSpec::rule)
          .with(STOP_ON, TrainingSpec::stopOn)
          .with(EXPLOSION_FACTOR, TrainingSpec::explosionFactor)
          .maybe(
              TOLERANCE,
              training -> Optional.of(training.tolerance()).filter(t -> !t.equals(Tolerance.NONE)))
          .with(ARITHMETIC, TrainingSpec::arithmetic)
          .make(
              v ->
                  new TrainingSpec(
                      v.of(LossKeys.LOSS),
                      v.of(LEARNING_RATE),
                      v.of(EPOCHS),
                      v.of(BATCH),
                      v.of(RULE),
                      v.of(STOP_ON),
                      v.of(EXPLOSION_FACTOR),
                      v.find(TOLERANCE).orElse(Tolerance.NONE),
                      v.of(ARITHMETIC)));

  private TrainingKeys() {}

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble unboxed(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
