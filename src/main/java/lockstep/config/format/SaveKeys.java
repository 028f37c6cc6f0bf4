package lockstep.config.format;

import lockstep.config.Saving;
import lockstep.config.Saving.State;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;

/** The key {@code save}. */
public final class SaveKeys {
  private static final Key<State> MODEL =
      Key.of(
          "model",
          Words.of(State.class),
          "The parameters that are kept in model.yaml, for lockstep predict and for"
              + " network.init.from: final are those that the run leaves, best those of the epoch"
              + " with the best value of metric, the first of equal ones.",
          "best");

  /** The key {@code metric} of what is saved. */
  public static final Key<String> METRIC =
      Key.of(
              "metric",
              Text.ANY,
              "The column of the history that tells the best epoch; with that of early_stopping a"
                  + " better value must differ by more than its min_improvement.",
              "validation_accuracy")
          .otherwise(
              "that of early_stopping; without it validation_loss, or loss where no samples are"
                  + " held out for validation");

  private static final Block<Saving> BLOCK =
      Block.of(Saving.class)
          .with(MODEL, Saving::model)
          .maybe(METRIC, Saving::metric)
          .check(SaveKeys::checkMetric)
          .make(v -> new Saving(v.of(MODEL), v.find(METRIC)));

  /** The key {@code save}. */
  public static final Key<Saving> SAVE =
      Key.of(
              "save",
              BLOCK,
              "What a run keeps for later use; not of sweeps and searches.",
              "{model: final}")
          .otherwise("no model file");

  private SaveKeys() {}

  private static void checkMetric(Values values, Scope scope) {
    boolean last = values.find(MODEL).filter(State.FINAL::equals).isPresent();
    if (last && values.given().contains(METRIC.name())) {
      String path = scope.child(METRIC.name()).path();
      scope.trace().report(path, "tells nothing of the final parameters", "model: best beside it");
    }
  }
}
