package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.Map;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.matrix.Arithmetic;
import lockstep.training.Batching;
import lockstep.training.Stopping;
import lockstep.training.TrainingSpec;
import lockstep.training.Updates;

/** The keys under {@code training}. */
public final class TrainingKeys {
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
  public static final Key<Batching> BATCH =
      Key.of(
              "batch",
              new Words<>(Batching.class, batches()),
              "How many samples go into one update: all (full), or one after the other in the order"
                  + " of the training set (per_sample).",
              "per_sample")
          .byDefault(Batching.DEFAULT);

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

  static final Block<TrainingSpec> BLOCK =
      Block.of(TrainingSpec.class)
          .with(LossKeys.LOSS, TrainingSpec::loss)
          .with(LEARNING_RATE, TrainingSpec::learningRate)
          .with(EPOCHS, TrainingSpec::epochs)
          .with(BATCH, TrainingSpec::batching)
          .with(UPDATES, TrainingSpec::updates)
          .with(STOPPING, TrainingSpec::stopping)
          .with(ARITHMETIC, TrainingSpec::arithmetic)
          .make(
              v ->
                  new TrainingSpec(
                      v.of(LossKeys.LOSS),
                      v.of(LEARNING_RATE),
                      v.of(EPOCHS),
                      v.of(BATCH),
                      v.of(UPDATES),
                      v.of(STOPPING),
                      v.of(ARITHMETIC)));

  private TrainingKeys() {}

  private static Map<String, Batching> batches() {
    Map<String, Batching> batches = new LinkedHashMap<>();
    batches.put("full", Batching.FULL);
    batches.put("per_sample", Batching.PER_SAMPLE);
    return batches;
  }
}
