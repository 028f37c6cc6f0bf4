package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Text;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.training.EarlyStopping;

/** The keys under {@code training.early_stopping}. */
final class EarlyStoppingKeys {
  private static final Key<String> METRIC =
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

  static final Block<EarlyStopping> BLOCK =
      Block.of(EarlyStopping.class)
          .with(METRIC, EarlyStopping::metric)
          .with(PATIENCE, EarlyStopping::patience)
          .with(MIN_IMPROVEMENT, EarlyStopping::minImprovement)
          .with(RESTORE_BEST, EarlyStopping::restoreBest)
          .make(
              v ->
                  new EarlyStopping(
                      v.of(METRIC), v.of(PATIENCE), v.of(MIN_IMPROVEMENT), v.of(RESTORE_BEST)));

  private EarlyStoppingKeys() {}
}
