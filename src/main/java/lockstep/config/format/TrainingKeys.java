package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.matrix.Arithmetic;
import lockstep.training.Stopping;
import lockstep.training.TrainingSpec;
import lockstep.training.Updates;

/** The keys under {@code training}. */
public final class TrainingKeys {
  /** The key {@code learning_rate}. */
  public static final Key<Double> LEARNING_RATE =
      Key.of("learning_rate", new Real(Range.above(0)), "The step size of an update.", "0.005");

  /** The key {@code epochs}. */
  public static final Key<Integer> EPOCHS =
      Key.of(
          "epochs",
          Whole.size(0),
          "How often the whole training set is used; 0 only looks at the untrained network.",
          "150");

  /** The key {@code batch}. */
  public static final Key<BatchSection> BATCH =
      Key.<BatchSection>of(
              "batch",
              new BatchType(),
              "How many samples go into one update: all (full), one after the other in the order of"
                  + " the training set (per_sample), or so many. The last batch of an epoch has what"
                  + " is left.",
              "{size: 32, shuffle: true}")
          .byDefault(BatchSection.DEFAULT);

  /** The key {@code running_loss}. */
  public static final Key<Boolean> RUNNING_LOSS =
      Key.of(
              "running_loss",
              Words.TRUTH,
              "Whether the loss is also collected while an epoch goes on, of each sample as it is met"
                  + " before its update: the column running_loss of the history, whose row e is about"
                  + " the epoch that led there.",
              "true")
          .otherwise("false");

  private static final Key<Updates> UPDATES = Key.spread(UpdateKeys.BLOCK);

  private static final Key<Stopping> STOPPING = Key.spread(StoppingKeys.BLOCK);

  private static final Key<Arithmetic> ARITHMETIC =
      Key.of(
              "arithmetic",
              Words.of(Arithmetic.class),
              "How products are added: fused rounds once, separate twice, as code without fused"
                  + " instructions does; published numbers with 16 or 17 digits may need it.",
              "separate")
          .byDefault(TrainingSpec.DEFAULT_ARITHMETIC);

  static final Block<TrainingSection> BLOCK =
      Block.of(TrainingSection.class)
          .with(LossKeys.LOSS, section -> section.spec().loss())
          .with(LEARNING_RATE, section -> section.spec().learningRate())
          .with(EPOCHS, section -> section.spec().epochs())
          .with(BATCH, section -> new BatchSection(section.spec().batching(), section.shuffle()))
          .with(UPDATES, section -> section.spec().updates())
          .with(STOPPING, section -> section.spec().stopping())
          .with(ARITHMETIC, section -> section.spec().arithmetic())
          .unless(false, RUNNING_LOSS, section -> section.spec().runningLoss())
          .make(v -> new TrainingSection(spec(v), v.of(BATCH).stream()));

  private TrainingKeys() {}

  private static TrainingSpec spec(Values values) {
    return new TrainingSpec(
        values.of(LossKeys.LOSS),
        values.of(LEARNING_RATE),
        values.of(EPOCHS),
        values.of(BATCH).batching(),
        values.of(UPDATES),
        values.of(STOPPING),
        values.of(ARITHMETIC),
        values.find(RUNNING_LOSS).orElse(TrainingSpec.DEFAULT_RUNNING_LOSS));
  }
}
